package uk.alongside.conversations.hub;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A place where talking points are held. */
@Entity
@Table(name = "hub", schema = "app")
class Hub {

    @TenantId
    @SuppressWarnings("unused") // for the database only
    private UUID tenantId;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String name;

    @SuppressWarnings("unused") // for the database only
    private String nameKey;

    private List<String> address;
    private String postcode;
    private @Nullable String uprn;
    private @Nullable String coLocatedWith;
    private @Nullable String website;

    @Convert(converter = OpeningHoursColumn.class)
    private OpeningHours openingHours;

    @SuppressWarnings("unused") // for the database only
    private String searchText;

    @SuppressWarnings("NullAway.Init") // the council is filled in by Hibernate, the rest by describe
    Hub(HubDetails details) {
        this.id = UUID.randomUUID();
        describe(details);
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Hub() {}

    void describe(HubDetails details) {
        this.name = details.name();
        this.nameKey = details.key().name();
        this.address = details.address();
        this.postcode = details.postcode();
        this.uprn = details.uprn();
        this.coLocatedWith = details.coLocatedWith();
        this.website = details.website();
        this.openingHours = details.openingHours();
        this.searchText = details.searchText();
    }

    HubDetails details() {
        return new HubDetails(name, address, postcode, uprn, coLocatedWith, website, openingHours);
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }
}
