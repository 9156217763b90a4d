package uk.alongside.conversations.restriction;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.OwnChange;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.conversation.Conversations;
import uk.alongside.conversations.conversation.RecordedConversations;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.restriction.RestrictionRefusal.HasReaders;
import uk.alongside.conversations.restriction.RestrictionRefusal.MayNotRead;
import uk.alongside.conversations.restriction.RestrictionRefusal.NotYourself;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

/**
 * Lists the restricted records that no member of staff may open any more, and lets a lead name who may. The lead reads
 * nothing of a record, and cannot name themselves.
 */
@Service
public class RestrictionService {

    private static final int PAGE = 50;
    private static final String READ = "conversation:read";

    private final RecordedConversations records;
    private final Conversations conversations;
    private final HubDirectory hubs;
    private final Team team;
    private final Audit audit;
    private final Clock clock;

    RestrictionService(
            RecordedConversations records,
            Conversations conversations,
            HubDirectory hubs,
            Team team,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.conversations = conversations;
        this.hubs = hubs;
        this.team = team;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A restricted record without readers.
     *
     * @param formerNames the members who were named and may not read conversations any more
     */
    record WithoutReaders(
            ConversationId id, LocalDate day, @Nullable String hubName, List<String> formerNames) {}

    /**
     * A page of the restricted records without readers, the latest day first, and the members whom the caller can name,
     * by name.
     */
    record Overview(Page<WithoutReaders, ConversationId> page, List<Team.Colleague> colleagues) {}

    @Transactional
    Overview list(@Nullable ConversationId after) {
        var closed = withoutReaders();
        var ids = closed.keySet().stream().map(ConversationId::value).toList();
        var days = conversations.days(ids);
        var hubOf = conversations.hubs(closed.keySet());
        var hubNames = hubs.names(hubOf.values());
        var names = team.names(closed.values().stream()
                .flatMap(Set::stream)
                .map(MemberId::value)
                .distinct()
                .toList());
        var items = closed.entrySet().stream()
                .map(record -> new WithoutReaders(
                        record.getKey(),
                        Objects.requireNonNull(days.get(record.getKey().value())),
                        Optional.ofNullable(hubOf.get(record.getKey()))
                                .map(hubNames::get)
                                .orElse(null),
                        record.getValue().stream()
                                .map(member -> names.get(member.value()))
                                .filter(Objects::nonNull)
                                .sorted()
                                .toList()))
                .sorted(comparing(WithoutReaders::day)
                        .reversed()
                        .thenComparing(record -> record.id().value()))
                .toList();
        var page = Page.of(items, WithoutReaders::id, after, PAGE);
        audit.read(
                Conversations.KIND,
                page.items().stream().map(record -> record.id().value()).toList());
        return new Overview(page, colleagues());
    }

    private List<Team.Colleague> colleagues() {
        var others = team.whoMay(READ);
        others.remove(Caller.current().member().value());
        return others.entrySet().stream()
                .map(member -> new Team.Colleague(member.getKey(), member.getValue()))
                .sorted(comparing(Team.Colleague::name).thenComparing(Team.Colleague::id))
                .toList();
    }

    /** Returns the number of restricted records without readers. */
    @Transactional(readOnly = true)
    public int count() {
        return withoutReaders().size();
    }

    /** Names the members who may read a restricted record that no member of staff may open. */
    @Transactional
    void name(ConversationId id, Set<MemberId> members) {
        if (members.contains(Caller.current().member())) {
            throw new NotYourself().refused();
        }
        if (!records.lockRestricted(id)) {
            throw Refused.notFound();
        }
        if (!withoutReaders().containsKey(id)) {
            throw new HasReaders().refused();
        }
        var ids = members.stream().map(MemberId::value).toList();
        if (!team.whoMay(READ).keySet().containsAll(ids)) {
            throw new MayNotRead().refused();
        }
        records.addReaders(id, members, OwnChange.now(clock));
        audit.changed(Conversations.KIND, id.value(), "readers-named");
        audit.changed("member", ids, "named-as-reader");
    }

    private Map<ConversationId, Set<MemberId>> withoutReaders() {
        var restricted = records.restricted();
        var may = restricted.isEmpty() ? Set.<UUID>of() : team.whoMay(READ).keySet();
        return restricted.entrySet().stream()
                .filter(record -> noneOf(record.getValue(), may))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean noneOf(Collection<MemberId> members, Set<UUID> may) {
        return members.stream().map(MemberId::value).noneMatch(may::contains);
    }
}
