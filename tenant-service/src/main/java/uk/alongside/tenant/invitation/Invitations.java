package uk.alongside.tenant.invitation;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface Invitations extends Repository<Invitation, UUID> {

    Invitation saveAndFlush(Invitation invitation);

    List<Invitation> findByStatusInOrderByEmail(Collection<String> statuses);

    List<Invitation> findByIdIn(Collection<UUID> ids);

    List<Invitation> findByRequestId(UUID request);

    Optional<Invitation> findById(UUID id);

    Optional<Invitation> findByTokenHash(byte[] hash);

    /**
     * Locks the invitations in one order, so that two leads who invite at once wait for each other without a deadlock.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<Invitation> findForEditByStatusAndExpiresAtLessThanEqualOrderByEmail(String status, Instant now);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Invitation> findForEditById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Invitation> findForEditByTokenHash(byte[] hash);
}
