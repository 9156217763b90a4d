package uk.alongside.tenant.membership;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.tenant.identity.Person;
import uk.alongside.tenant.secondfactor.MemberToAsk;
import uk.alongside.tenant.secondfactor.MembersToAsk;

/** The members of the bound council, as the features of second factors and accounts see them. */
@Component
class StaffToAsk implements MembersToAsk {

    private final Members members;

    StaffToAsk(Members members) {
        this.members = members;
    }

    @Override
    @Transactional
    public Optional<MemberToAsk> lock(UUID id) {
        return members.findForEditById(id).flatMap(StaffToAsk::of);
    }

    @Override
    @Transactional
    public Optional<MemberToAsk> lock(Person account) {
        return members.findForEditByIssuerAndSubject(account.issuer(), account.subject())
                .flatMap(StaffToAsk::of);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Person> account(UUID id) {
        return members.findById(id).flatMap(StaffToAsk::of).map(MemberToAsk::account);
    }

    @Override
    @Transactional(readOnly = true)
    public List<MemberToAsk> all() {
        return members.findAllByOrderByNameAscIdAsc().stream()
                .flatMap(member -> of(member).stream())
                .toList();
    }

    /** Returns the member, unless they are suspended, a machine client, or the product's support. */
    static Optional<MemberToAsk> of(Member member) {
        return member.isActivePersonOfStaff()
                ? Optional.of(new MemberToAsk(
                        member.id().value(),
                        member.version(),
                        member.account(),
                        member.name(),
                        member.email(),
                        member.needsSecondFactor()))
                : Optional.empty();
    }
}
