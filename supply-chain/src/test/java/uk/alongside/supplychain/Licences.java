package uk.alongside.supplychain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The licences under which a library may be used. A library that offers several licences needs one of them. One that
 * offers another needs a line in {@code reviewed-licences.txt} with the reason.
 */
final class Licences {

    /** Names and identifiers, as authors write them, of MIT, Apache-2.0, BSD, ISC, MPL, EPL, EDL and OFL. */
    private static final List<Pattern> ALLOWED = Stream.of(
                    "(the )?mit(-0)?( license| licence)?",
                    "(the )?apache( software)?([- ]license)?,?( ?version)?[- ]?2(\\.0)?",
                    "(the )?(new |revised |simplified |modified )?(0bsd|bsd([- ][23][- ]clause)?)( license| licence)?",
                    "isc( license)?",
                    "(mpl|mozilla public license,?( version)?)[- ](1\\.1|2\\.0)",
                    "(epl|eclipse public license)( -)?[- ]v?\\.? ?(1|2)\\.0",
                    "(edl|eclipse distribution license)( -)?[- ]v?\\.? ?1\\.0",
                    "ofl-1\\.1")
            .map(Pattern::compile)
            .toList();

    private final Map<String, String> reviewed;

    /** @param reviewed a library's ecosystem and name, and the licence that was reviewed for it */
    Licences(Map<String, String> reviewed) {
        this.reviewed = reviewed;
    }

    /** Returns the complaint about a library, or empty if it may be used. */
    Optional<String> complaint(Library library) {
        var offered =
                library.licences().stream().flatMap(Licences::alternatives).toList();
        if (offered.stream().anyMatch(Licences::isAllowed)) {
            return Optional.empty();
        }
        var written = library.licences().isEmpty() ? "no licence" : String.join(" or ", library.licences());
        if (written.equals(reviewed.get(key(library)))) {
            return Optional.empty();
        }
        return Optional.of(library + " has " + written);
    }

    /** Returns the name of a library in the list of reviews. */
    static String key(Library library) {
        return library.ecosystem().name().toLowerCase(Locale.ROOT) + " " + library.name();
    }

    /** An expression joined by AND is one licence, which no pattern allows. */
    private static Stream<String> alternatives(String written) {
        var expression = written.strip();
        if (expression.startsWith("(") && expression.endsWith(")")) {
            expression = expression.substring(1, expression.length() - 1);
        }
        return Stream.of(expression.split(" OR "));
    }

    private static boolean isAllowed(String licence) {
        var name = licence.strip().toLowerCase(Locale.ROOT);
        return ALLOWED.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }
}
