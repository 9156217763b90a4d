package uk.alongside.tenant.introduction;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface IntroductionQuestions extends Repository<IntroductionQuestion, UUID> {

    IntroductionQuestion saveAndFlush(IntroductionQuestion question);

    Optional<IntroductionQuestion> findById(UUID id);

    List<IntroductionQuestion> findByIdIn(Collection<UUID> ids);

    List<IntroductionQuestion> findAllByOrderByAskedAtDescIdDesc();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<IntroductionQuestion> findForEditById(UUID id);

    void deleteByEndedAtBefore(Instant moment);
}
