package uk.alongside.conversations.letter;

import static java.util.stream.Collectors.joining;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.step.AgreedSteps.Agreed;

/** Says the next steps of a record in the words of a letter. */
final class StepsInWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private StepsInWords() {}

    /**
     * Returns a line for each step.
     *
     * @param others the people of the record who do not get the letter
     */
    static String of(List<Agreed> steps, List<PersonCard> others) {
        return steps.stream().map(step -> line(step, others)).collect(joining("\n"));
    }

    private static String line(Agreed step, List<PersonCard> others) {
        var due = step.due();
        return who(step, others)
                + ": "
                + step.what()
                + (step.done() ? ". This is done." : due == null ? "." : ", by " + DAY.format(due) + ".");
    }

    private static String who(Agreed step, List<PersonCard> others) {
        if (step.name() != null) {
            return step.name();
        }
        return switch (step.owner()) {
            case PERSON ->
                others.isEmpty()
                        ? "You"
                        : "You and " + others.stream().map(PersonCard::name).collect(joining(" and "));
            case FAMILY -> "Your family or friends";
            case COMMUNITY -> "Someone in the community";
            case COUNCIL -> "We";
            case OTHER_ORGANISATION -> "Another organisation";
            case null -> "We will agree who";
        };
    }
}
