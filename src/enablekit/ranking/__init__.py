"""Finding the piece for a situation: one ranking, which the site's `rank.js` repeats."""
