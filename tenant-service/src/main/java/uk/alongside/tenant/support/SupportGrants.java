package uk.alongside.tenant.support;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface SupportGrants extends Repository<SupportGrant, UUID> {

    SupportGrant saveAndFlush(SupportGrant grant);

    Optional<SupportGrant> findById(UUID id);

    List<SupportGrant> findByIdIn(Collection<UUID> ids);

    List<SupportGrant> findAllByOrderByAskedAtDescIdDesc();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<SupportGrant> findForEditById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<SupportGrant> findForEditByIssuerAndSubjectAndStatusIn(
            String issuer, String subject, Collection<String> statuses);
}
