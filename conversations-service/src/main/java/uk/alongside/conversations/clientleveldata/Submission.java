package uk.alongside.conversations.clientleveldata;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import uk.alongside.conversations.person.PersonDirectory.Identity;
import uk.alongside.conversations.person.PersonId;

/**
 * The content of a file for the Department.
 *
 * @param period the reporting period that the file states
 * @param laCode the three digits by which the Department knows the council
 * @param people who the people of the requests are
 */
record Submission(Period period, String laCode, List<Request> requests, Map<PersonId, Identity> people) {

    /** A line of the file: an event, the person, and the period and council, which are the same in each line. */
    record Line(Period period, String laCode, Request request, Identity person) {

        /** Leaves out who the person is, since this text appears in logs. */
        @Override
        public String toString() {
            return "Line[" + request.conversation() + "]";
        }
    }

    List<Line> lines() {
        return requests.stream()
                .map(request -> new Line(period, laCode, request, person(request.person())))
                .toList();
    }

    private Identity person(PersonId id) {
        var person = people.get(id);
        if (person == null) {
            throw new IllegalStateException("A request is of a person who is not known.");
        }
        return person;
    }

    /** Counts the events of each type by the month in which they end. */
    Map<YearMonth, Map<EventType, Long>> byMonth() {
        return requests.stream()
                .collect(groupingBy(
                        request -> YearMonth.from(request.ends()), groupingBy(_ -> EventType.REQUEST, counting())));
    }

    /** Leaves out who the people are, since this text appears in logs. */
    @Override
    public String toString() {
        return "Submission[" + period + ", " + requests.size() + " requests]";
    }
}
