package uk.alongside.tenant.membership;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.audit.AuditSubjects;
import uk.alongside.foundation.id.MemberId;

/** The names and addresses of the bound council's members, for features that show the author of a change. */
@Component
public class MemberNames implements AuditSubjects {

    private final Members members;

    MemberNames(Members members) {
        this.members = members;
    }

    @Transactional(readOnly = true)
    public Map<MemberId, String> ofThisCouncil() {
        return members.findAllByOrderByNameAscIdAsc().stream().collect(toMap(Member::id, Member::name));
    }

    @Transactional(readOnly = true)
    public Optional<String> of(MemberId member) {
        return members.findById(member.value()).map(Member::name);
    }

    /** Returns the e-mail addresses of the active leads who are people. */
    @Transactional(readOnly = true)
    public Set<String> addressesOfLeads() {
        return members.findAllByOrderByNameAscIdAsc().stream()
                .filter(Member::isActiveLead)
                .flatMap(member -> Stream.ofNullable(member.email()))
                .collect(toSet());
    }

    /**
     * A lead by name and work address.
     *
     * @param email never null, unlike that of a member who is a machine client
     */
    public record Lead(String name, String email) {

        /** Leaves out the person, because this text can end up in logs. */
        @Override
        public String toString() {
            return "Lead[]";
        }
    }

    /** Returns this member if the member is an active lead and a person. */
    @Transactional(readOnly = true)
    public Optional<Lead> lead(MemberId member) {
        return members.findById(member.value())
                .filter(Member::isActiveLead)
                .flatMap(lead -> Optional.ofNullable(lead.email()).map(email -> new Lead(lead.name(), email)));
    }

    /** Returns the e-mail addresses of all members who are people. */
    @Transactional(readOnly = true)
    public Set<String> addressesOfThisCouncil() {
        return members.findAllByOrderByNameAscIdAsc().stream()
                .flatMap(member -> Stream.ofNullable(member.email()))
                .collect(toSet());
    }

    /** Describes members by their names, for the audit. */
    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Subject> describe(Map<String, Set<UUID>> idsByKind) {
        var ids = idsByKind.getOrDefault("member", Set.of());
        return ids.isEmpty()
                ? Map.of()
                : members.findAllByOrderByNameAscIdAsc().stream()
                        .filter(member -> ids.contains(member.id().value()))
                        .collect(toMap(member -> member.id().value(), member -> Subject.named(member.name())));
    }
}
