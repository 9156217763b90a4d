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

    List<Person> findByIdIn(Collection<UUID> ids);

    long count();

    Optional<Person> findByReference(String reference);

    boolean existsByReference(String reference);

    boolean existsByNhsNumberAndIdNot(String digits, UUID id);
}
