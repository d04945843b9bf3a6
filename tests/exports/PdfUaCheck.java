import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Holds PDF files to PDF/UA-1 with veraPDF's validation library and its own profile.
 *
 * <p>The library reads its profiles with JAXB, which Java has not had since version 11 and the
 * package we have it from lacks, so the profile is read here.
 */
class PdfUaCheck {
    private static final String PROFILE = "/org/verapdf/pdfa/validation/PDFUA-1.xml";

    public static void main(String[] files) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF); // it says of every profile that it needs JAXB
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile = profile();
        boolean fine = true;
        for (String name : files) {
            fine &= check(new File(name), profile);
        }
        System.exit(fine ? 0 : 1);
    }

    private static boolean check(File file, ValidationProfile profile) throws Exception {
        try (InputStream data = new FileInputStream(file);
                PDFAParser parser =
                        Foundries.defaultInstance().createParser(data, PDFAFlavour.PDFUA_1);
                PDFAValidator validator =
                        ValidatorFactory.createValidator(profile, 20, false, true, false)) {
            var result = validator.validate(parser);
            for (TestAssertion one : result.getTestAssertions()) {
                if (one.getStatus() == TestAssertion.Status.FAILED) {
                    System.out.printf(
                            "%s: %s-%d %s%n",
                            file.getName(),
                            one.getRuleId().getClause(),
                            one.getRuleId().getTestNumber(),
                            one.getMessage());
                }
            }
            System.out.printf(
                    "%s: %d rules, %d checks, %s%n",
                    file.getName(),
                    profile.getRules().size(),
                    result.getTotalAssertions(),
                    result.isCompliant() ? "as PDF/UA-1 asks" : "not PDF/UA-1");
            return result.isCompliant();
        }
    }

    private static ValidationProfile profile() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        Element root;
        try (InputStream data = PdfUaCheck.class.getResourceAsStream(PROFILE)) {
            root = factory.newDocumentBuilder().parse(data).getDocumentElement();
        }
        Set<Rule> rules = new HashSet<>();
        for (Element one : all(root, "rule")) {
            rules.add(rule(one));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element one : all(root, "variable")) {
            variables.add(
                    Profiles.variableFromValues(
                            one.getAttribute("name"),
                            one.getAttribute("object"),
                            words(one, "defaultValue"),
                            words(one, "value")));
        }
        return Profiles.profileFromValues(
                PDFAFlavour.PDFUA_1,
                Profiles.profileDetailsFromValues("PDF/UA-1", "", "veraPDF", new Date(0)),
                "",
                rules,
                variables);
    }

    private static Rule rule(Element rule) {
        Element id = all(rule, "id").get(0);
        String deferred = rule.getAttribute("deferred");
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(
                        PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"),
                        Integer.parseInt(id.getAttribute("testNumber"))),
                rule.getAttribute("object"),
                deferred.isEmpty() ? null : Boolean.valueOf(deferred),
                rule.getAttribute("tags"),
                words(rule, "description"),
                words(rule, "test"),
                Profiles.errorFromValues(words(rule, "message"), new ArrayList<ErrorArgument>()),
                new ArrayList<>());
    }

    private static String words(Element above, String name) {
        return all(above, name).get(0).getTextContent();
    }

    private static List<Element> all(Element above, String name) {
        NodeList found = above.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int index = 0; index < found.getLength(); index++) {
            elements.add((Element) found.item(index));
        }
        return elements;
    }
}
