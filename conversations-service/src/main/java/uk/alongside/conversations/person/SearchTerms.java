package uk.alongside.conversations.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.alongside.conversations.identifier.NhsNumber;
import uk.alongside.conversations.identifier.Phone;
import uk.alongside.conversations.identifier.TypedDate;
import uk.alongside.conversations.namesearch.Folding;
import uk.alongside.conversations.namesearch.NameTerms;

/**
 * The terms by which a person is found: those of the name, and those of the phone number, the reference, the date of
 * birth and the NHS number.
 */
record SearchTerms(Set<String> terms) {

    private static final String PHONE = "p:";
    private static final String REFERENCE = "r:";
    private static final String BORN = "d:";
    private static final String NHS_NUMBER = "h:";

    private static final int SHORTEST_PHONE = 3;

    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");

    static SearchTerms of(
            String name,
            String reference,
            Optional<Phone> phone,
            Optional<LocalDate> born,
            Optional<NhsNumber> nhsNumber) {
        var terms = new TreeSet<String>();
        terms.add(REFERENCE + reference);
        terms.addAll(NameTerms.ofName(name));
        phone.map(Phone::digits)
                .ifPresent(digits -> IntStream.rangeClosed(0, digits.length() - SHORTEST_PHONE)
                        .forEach(from -> terms.add(PHONE + digits.substring(from))));
        born.map(SearchTerms::born).ifPresent(terms::add);
        nhsNumber.map(SearchTerms::nhsNumber).ifPresent(terms::add);
        return new SearchTerms(terms);
    }

    static String born(LocalDate day) {
        return BORN + day;
    }

    static String nhsNumber(NhsNumber number) {
        return NHS_NUMBER + number.digits();
    }

    static String phone(Phone phone) {
        return PHONE + phone.digits();
    }

    /**
     * The search text that a member typed: for each word, the beginnings of terms of which a person must have at least
     * one.
     */
    record Query(List<List<String>> exact, List<List<String>> nearly) {

        boolean isEmpty() {
            return exact.isEmpty();
        }

        /** Leaves out the name, since this text appears in logs. */
        @Override
        public String toString() {
            return "Query[" + exact.size() + "]";
        }
    }

    static Query query(String typed) {
        var born = TypedDate.find(typed);
        var words = Folding.words(Phone.withoutLink(born.map(TypedDate::rest).orElse(typed)));
        if (born.isEmpty()) {
            return query(typed, words);
        }
        var days = born.get().days().stream().map(SearchTerms::born).toList();
        if (words.isEmpty()) {
            var digits = digitsOnly(typed) ? query(typed, Folding.words(typed)).exact() : List.<List<String>>of();
            return new Query(
                    List.of(Stream.concat(days.stream(), digits.stream().flatMap(List::stream))
                            .toList()),
                    List.of());
        }
        return new Query(and(NameTerms.exact(words), days), and(NameTerms.nearly(words), days));
    }

    private static List<List<String>> and(List<List<String>> words, List<String> days) {
        return Stream.concat(words.stream(), Stream.of(days)).toList();
    }

    private static boolean digitsOnly(String typed) {
        return String.join("", Folding.words(typed)).chars().allMatch(Character::isDigit);
    }

    private static Query query(String typed, List<String> words) {
        var text = Phone.withoutLink(typed);
        if (!NameTerms.areEnough(words)) {
            return new Query(List.of(), List.of());
        }
        var joined = String.join("", words);
        if (joined.chars().allMatch(Character::isDigit)) {
            var digits = Phone.digitsOf(text);
            if (digits.length() < SHORTEST_PHONE) {
                return new Query(List.of(), List.of());
            }
            var either = Stream.concat(
                            Stream.of(PHONE + digits, REFERENCE + joined),
                            NhsNumber.parse(text).map(SearchTerms::nhsNumber).stream())
                    .toList();
            return new Query(List.of(either), List.of());
        }
        if (looksLikeReference(words)) {
            return new Query(
                    List.of(List.of(REFERENCE + joined.toUpperCase(Locale.ROOT), NameTerms.beginning(joined))),
                    NameTerms.nearly(words));
        }
        return new Query(withYears(words, NameTerms.exact(words)), withYears(words, NameTerms.nearly(words)));
    }

    /** Adds to each typed word that is a year the people who were born in it. */
    private static List<List<String>> withYears(List<String> words, List<List<String>> beginnings) {
        return IntStream.range(0, words.size())
                .mapToObj(at -> YEAR.matcher(words.get(at)).matches()
                        ? Stream.concat(beginnings.get(at).stream(), Stream.of(BORN + words.get(at)))
                                .toList()
                        : beginnings.get(at))
                .toList();
    }

    /** Says whether the words may be a reference. A single word may be a reference without any digit. Two words are one only if a digit says that they are no name. */
    private static boolean looksLikeReference(List<String> words) {
        var upper = String.join("", words).toUpperCase(Locale.ROOT);
        return upper.length() == 8
                && (words.size() == 1 || upper.chars().anyMatch(Character::isDigit))
                && upper.chars().allMatch(character -> Reference.ALPHABET.indexOf(character) >= 0);
    }

    /** Leaves out the name, since this text appears in logs. */
    @Override
    public String toString() {
        return "SearchTerms[" + terms.size() + "]";
    }
}
