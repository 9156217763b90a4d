package uk.alongside.conversations.lastspoken;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.LastAttendance;
import uk.alongside.conversations.conclusion.TriedToReach;
import uk.alongside.conversations.conversation.RecordedConversations;
import uk.alongside.conversations.person.MergedPeople;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.page.Page;

/** Lists the people whose last conversation and last visit were some weeks ago or more. */
@Service
class LastSpokenService {

    private static final int PAGE = 50;

    private final RecordedConversations records;
    private final TriedToReach attempts;
    private final LastAttendance visits;
    private final MergedPeople merged;
    private final PersonDirectory people;
    private final Audit audit;
    private final Clock clock;

    LastSpokenService(
            RecordedConversations records,
            TriedToReach attempts,
            LastAttendance visits,
            MergedPeople merged,
            PersonDirectory people,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.attempts = attempts;
        this.visits = visits;
        this.merged = merged;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** A person, and the last day on which a practitioner spoke to them or they came. */
    record LastSpoken(PersonCard person, LocalDate day) {}

    /** Lists the people to whom no one has spoken since that many weeks, those spoken to longest ago first. */
    @Transactional
    Page<LastSpoken, PersonId> list(int weeks, @Nullable PersonId after) {
        var until = LocalDate.now(clock).minusWeeks(weeks);
        var page = Page.of(candidates(until), Candidate::person, after, PAGE);
        var cards = people.find(page.items().stream().map(Candidate::person).toList());
        audit.read("person", cards.keySet().stream().map(PersonId::value).toList());
        return page.map(
                candidate -> new LastSpoken(Objects.requireNonNull(cards.get(candidate.person())), candidate.day()));
    }

    private record Candidate(PersonId person, LocalDate day) {}

    private List<Candidate> candidates(LocalDate until) {
        var kept = merged.all();
        Map<PersonId, LocalDate> spoken = records.lastDays(attempts.records()).entrySet().stream()
                .collect(toMap(
                        entry -> kept.getOrDefault(entry.getKey(), entry.getKey()),
                        Map.Entry::getValue,
                        LastSpokenService::later));
        spoken.values().removeIf(until::isBefore);
        var came = visits.days(spoken.keySet());
        return spoken.entrySet().stream()
                .map(entry -> new Candidate(
                        entry.getKey(), later(entry.getValue(), came.getOrDefault(entry.getKey(), entry.getValue()))))
                .filter(candidate -> !candidate.day().isAfter(until))
                .sorted(Comparator.comparing(Candidate::day)
                        .thenComparing(candidate -> candidate.person().value()))
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
