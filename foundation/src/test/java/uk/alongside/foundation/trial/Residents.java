package uk.alongside.foundation.trial;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Residents extends Repository<Resident, UUID> {

    Resident save(Resident resident);

    Optional<Resident> findById(UUID id);

    List<Resident> findAll();
}
