package uk.alongside.foundation.trial;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "resident", schema = "app")
class Resident {

    @Id
    UUID id;

    @TenantId
    @Nullable
    UUID tenantId;

    String reference;
    String name;

    Resident(UUID id, String reference, String name) {
        this.id = id;
        this.reference = reference;
        this.name = name;
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Resident() {}

    String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
