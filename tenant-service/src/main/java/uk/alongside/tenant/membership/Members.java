package uk.alongside.tenant.membership;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface Members extends Repository<Member, UUID> {

    Member saveAndFlush(Member member);

    Optional<Member> findById(UUID id);

    Optional<Member> findByIssuerAndSubject(String issuer, String subject);

    boolean existsBy();

    List<Member> findAllByOrderByNameAscIdAsc();

    /**
     * Locks the members until this transaction ends, so that two leads who step down at once, and two operators who
     * appoint a lead at once, wait for each other here.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<Member> findForEditByStatusOrderById(String status);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Member> findForEditById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Member> findForEditByIssuerAndSubject(String issuer, String subject);
}
