package uk.alongside.conversations.person;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface People extends Repository<Person, UUID> {

    Person saveAndFlush(Person person);

    Optional<Person> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Person p where p.id = :id")
    Optional<Person> findForUpdate(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Person p where p.id = :id and p.mergedInto is null")
    Optional<Person> findKeptForUpdate(UUID id);

    List<Person> findByIdIn(Collection<UUID> ids);

    long count();

    Optional<Person> findByReference(String reference);

    boolean existsByReference(String reference);

    boolean existsByNhsNumberAndIdNotAndMergedIntoIsNull(String digits, UUID id);

    List<Person> findByMergedIntoIn(Collection<UUID> ids);

    List<Person> findByMergedIntoIsNotNull();

    /** Returns the person kept: this one, or the one into whom this one was merged at last. */
    default Person kept(Person person) {
        var kept = person;
        while (kept.isMerged()) {
            kept = findById(kept.requiredMergedInto()).orElseThrow();
        }
        return kept;
    }
}
