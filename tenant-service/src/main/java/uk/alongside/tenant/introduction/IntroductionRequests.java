package uk.alongside.tenant.introduction;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface IntroductionRequests extends Repository<IntroductionRequest, UUID> {

    IntroductionRequest saveAndFlush(IntroductionRequest request);

    Optional<IntroductionRequest> findById(UUID id);

    List<IntroductionRequest> findByIdIn(Collection<UUID> ids);

    List<IntroductionRequest> findAllByOrderByAskedAtDescIdDesc();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<IntroductionRequest> findForEditById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<IntroductionRequest> findForEditByStatusIn(Collection<String> statuses);

    void deleteByEndedAtBefore(Instant moment);
}
