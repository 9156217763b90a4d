package uk.alongside.conversations.hub;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface Hubs extends Repository<Hub, UUID> {

    Hub save(Hub hub);

    Hub saveAndFlush(Hub hub);

    void flush();

    Optional<Hub> findById(UUID id);

    List<Hub> findByIdIn(Collection<UUID> ids);

    List<Hub> findAll();

    void deleteAll(Iterable<? extends Hub> hubs);

    long count();

    @Query("select h.id from Hub h where h.nameKey = :name and h.postcode = :postcode")
    Optional<UUID> findIdByKey(String name, String postcode);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select h from Hub h where h.id = :id")
    Optional<Hub> findForPlanning(UUID id);

    @Query("select h from Hub h where h.searchText like :pattern escape '\\' order by h.nameKey, h.postcode")
    Page<Hub> search(String pattern, Pageable page);
}
