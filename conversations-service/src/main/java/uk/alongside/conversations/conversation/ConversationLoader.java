package uk.alongside.conversations.conversation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.Attendance;
import uk.alongside.conversations.attendance.AttendanceRegister;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;

/** Adds to a record what an answer shows of it, and audits the record and its people as read. */
@Component
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
class ConversationLoader {

    private final BoxTexts texts;
    private final AttendanceRegister register;
    private final HubDirectory hubs;
    private final PersonDirectory people;
    private final Team team;
    private final Audit audit;

    ConversationLoader(
            BoxTexts texts,
            AttendanceRegister register,
            HubDirectory hubs,
            PersonDirectory people,
            Team team,
            Audit audit) {
        this.texts = texts;
        this.register = register;
        this.hubs = hubs;
        this.people = people;
        this.team = team;
        this.audit = audit;
    }

    /**
     * A record with what an answer shows of it.
     *
     * @param visit the visit; null without one, or if the arrival was undone or corrected away
     * @param members the names of the members who wrote, and of those who may read it
     */
    record Details(
            Conversation conversation,
            List<Box> boxes,
            @Nullable String hubName,
            @Nullable Attendance visit,
            List<PersonCard> people,
            Map<UUID, String> members) {

        /** Leaves the people and the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Details[]";
        }
    }

    Details describe(Conversation conversation) {
        read(conversation);
        var boxes = texts.of(conversation.id());
        var hub = conversation.hub();
        var cards = people.find(conversation.people());
        return new Details(
                conversation,
                boxes,
                hub == null ? null : hubs.names(List.of(hub)).get(hub),
                register.find(conversation.attendance()).orElse(null),
                conversation.people().stream()
                        .map(person -> requireNonNull(cards.get(person)))
                        .toList(),
                team.names(Stream.of(
                                Stream.of(conversation.startedBy()),
                                conversation.readers().stream(),
                                boxes.stream()
                                        .flatMap(box -> Stream.ofNullable(box.change()))
                                        .map(Box.Change::by))
                        .flatMap(members -> members)
                        .map(MemberId::value)
                        .distinct()
                        .toList()));
    }

    /** Audits the record and its people as read. */
    void read(Conversation conversation) {
        audit.read(Conversations.KIND, List.of(conversation.id().value()));
        readPeople(conversation);
    }

    /** Audits the people of a record as read, beside a change of the record. */
    void readPeople(Conversation conversation) {
        audit.read("person", conversation.people().stream().map(PersonId::value).toList());
    }
}
