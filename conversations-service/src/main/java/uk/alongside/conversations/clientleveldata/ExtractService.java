package uk.alongside.conversations.clientleveldata;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.conversation.RecordedConversations;
import uk.alongside.conversations.person.MergedPeople;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.text.EnumWords;

@Service
class ExtractService {

    /** Stands for the code in a check, because no file is made without one. */
    private static final String ANY_CODE = "000";

    private final Requests requests;
    private final RecordedConversations conversations;
    private final MergedPeople merged;
    private final PersonDirectory people;
    private final Audit audit;
    private final Clock clock;

    ExtractService(
            Requests requests,
            RecordedConversations conversations,
            MergedPeople merged,
            PersonDirectory people,
            Audit audit,
            Clock clock) {
        this.requests = requests;
        this.conversations = conversations;
        this.merged = merged;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** The reasons for which a member takes the file. */
    enum Reason {
        /** To submit it, alone or with the events of the case system. */
        SUBMISSION,
        /** To find and correct what is missing. */
        DATA_QUALITY
    }

    /** The check of a submission: numbers only, and no person. */
    record Check(
            LocalDate today, Period stated, int events, int people, ReportingPeriod period, List<FieldCheck> fields) {}

    /**
     * The content of a file.
     *
     * @param leftOut how many events are left out, because the caller may not read their records
     */
    record Extract(Submission submission, int leftOut) {}

    /** Checks all events of the twelve months that end with a quarter. */
    @Transactional(readOnly = true)
    Check check(LocalDate quarter) {
        var today = LocalDate.now(clock);
        var period = period(quarter, today);
        var submission = submission(period, ANY_CODE, requests.endedIn(period, merged.all()));
        var lines = submission.lines();
        return new Check(
                today,
                period,
                lines.size(),
                submission.people().size(),
                ReportingPeriod.of(period, submission.byMonth(), YearMonth.from(today)),
                Arrays.stream(Field.values())
                        .map(field -> FieldCheck.of(field, lines))
                        .toList());
    }

    /** Makes the file. The audit names the people in it and the reason. */
    @Transactional
    Extract extract(LocalDate quarter, String laCode, Reason reason) {
        var period = period(quarter, LocalDate.now(clock));
        var all = requests.endedIn(period, merged.all());
        Set<ConversationId> hidden = new HashSet<>(conversations.hidden());
        var readable = all.stream()
                .filter(request -> !hidden.contains(request.conversation()))
                .toList();
        var submission = submission(period, laCode, readable);
        audit.changed("person", ids(readable), "extracted");
        audit.value("reason", null, EnumWords.of(reason));
        audit.value("from", null, period.from().toString());
        audit.value("to", null, period.to().toString());
        return new Extract(submission, all.size() - readable.size());
    }

    private static Period period(LocalDate quarter, LocalDate today) {
        if (!Period.isQuarter(quarter, today)) {
            throw Refused.notFound();
        }
        return Period.endingWith(quarter);
    }

    private Submission submission(Period period, String laCode, List<Request> found) {
        var who = found.stream().map(Request::person).collect(Collectors.toSet());
        return new Submission(period, laCode, found, people.identities(who));
    }

    private static Set<UUID> ids(List<Request> found) {
        return found.stream().map(Request::person).map(PersonId::value).collect(Collectors.toSet());
    }
}
