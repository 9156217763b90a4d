package uk.alongside.tenant.settings;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface CouncilSettingsRepository extends Repository<CouncilSettings, UUID> {

    CouncilSettings saveAndFlush(CouncilSettings settings);

    Optional<CouncilSettings> findById(UUID council);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<CouncilSettings> findForEditById(UUID council);
}
