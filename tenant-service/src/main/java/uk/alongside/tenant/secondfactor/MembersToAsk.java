package uk.alongside.tenant.secondfactor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.alongside.tenant.identity.Person;

/** The active people on the staff of the bound council. The membership feature implements it. */
public interface MembersToAsk {

    /** Returns the person with this member id, whose row stays locked until the present transaction ends. */
    Optional<MemberToAsk> lock(UUID id);

    /** Returns the person with this account, whose row stays locked until the present transaction ends. */
    Optional<MemberToAsk> lock(Person account);

    /** Returns the account of the person with this member id, without a lock. */
    Optional<Person> account(UUID id);

    List<MemberToAsk> all();
}
