package uk.alongside.tenant.membership;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Members extends Repository<Member, UUID> {

    Member saveAndFlush(Member member);

    Optional<Member> findById(UUID id);

    boolean existsBy();

    List<Member> findAllByOrderByName();

    /**
     * Who is a lead today, and stays so until this transaction ends: two leads who step down at once wait for each
     * other here.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Member m where m.status = 'active' and array_contains(m.roles, 'lead') order by m.id")
    List<Member> findActiveLeadsForEdit();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Member> findForEditById(UUID id);
}
