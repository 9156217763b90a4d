package uk.alongside.conversations.hub;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.venue.AccessFeature;
import uk.alongside.conversations.venue.OpeningHours;
import uk.alongside.conversations.venue.OpeningHoursColumn;
import uk.alongside.foundation.text.EnumWords;

/** A place where talking points are held. */
@Entity
@Table(name = "hub", schema = "app")
public class Hub {

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

    private List<String> coLocated;
    private @Nullable String directions;
    private boolean dropIn;
    private List<String> accessFeatures;

    @Convert(converter = OpeningHoursColumn.class)
    private OpeningHours openingHours;

    @SuppressWarnings("unused") // for the database only
    private String searchText;

    /** Makes a hub from a row of a spreadsheet. */
    public Hub(HubDetails details) {
        this(UUID.randomUUID());
        take(details);
    }

    /** Makes a hub from the form that a member filled in. */
    Hub(UUID id, HubForm form) {
        this(id);
        edit(form);
    }

    @SuppressWarnings("NullAway.Init") // the council is filled in by Hibernate, the rest by describe and edit
    private Hub(UUID id) {
        this.id = id;
        this.coLocated = List.of();
        this.accessFeatures = List.of();
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Hub() {}

    /** Takes over what a spreadsheet says, and leaves alone what a spreadsheet cannot say. */
    public void describe(HubDetails details) {
        take(details);
    }

    /** Returns everything that {@link #describe} may change. */
    public HubSnapshot snapshot() {
        return new HubSnapshot(details(), coLocated);
    }

    /** Restores the hub as it was before {@link #describe}. */
    public void restore(HubSnapshot snapshot) {
        take(snapshot.details());
        this.coLocated = snapshot.coLocated();
    }

    private void take(HubDetails details) {
        if (!Objects.equals(coLocatedWith, details.coLocatedWith())) {
            this.coLocated = details.coLocatedWith() == null ? List.of() : List.of(details.coLocatedWith());
        }
        this.name = details.name();
        this.nameKey = details.key().name();
        this.address = details.address();
        this.postcode = details.postcode();
        this.uprn = details.uprn();
        this.coLocatedWith = details.coLocatedWith();
        this.website = details.website();
        this.openingHours = details.openingHours();
        this.accessFeatures =
                details.accessFeatures().stream().map(EnumWords::of).toList();
        this.searchText = details.searchText();
    }

    void edit(HubForm form) {
        describe(form.details());
        this.coLocated = form.coLocated();
        this.directions = form.directions();
        this.dropIn = form.dropIn();
    }

    public HubDetails details() {
        return new HubDetails(name, address, postcode, uprn, coLocatedWith, website, openingHours, accessFeatures());
    }

    /** Returns the values that the audit keeps of a change: those that cannot be about a person. */
    Map<String, String> auditedValues() {
        var values = new TreeMap<String, String>(openingHours.byDay());
        values.put("name", name);
        values.put("address", String.join(", ", address));
        values.put("postcode", postcode);
        values.put("co-located", String.join(", ", coLocated));
        values.put("drop-in", dropIn ? "yes" : "no");
        values.put("access", String.join(", ", accessFeatures));
        if (website != null) {
            values.put("website", website);
        }
        values.values().removeIf(String::isEmpty);
        return values;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version == null ? 0 : version;
    }

    List<String> coLocated() {
        return coLocated;
    }

    @Nullable
    String directions() {
        return directions;
    }

    boolean isDropIn() {
        return dropIn;
    }

    List<AccessFeature> accessFeatures() {
        return accessFeatures.stream()
                .map(word -> EnumWords.find(AccessFeature.class, word))
                .sorted()
                .toList();
    }

    String name() {
        return name;
    }
}
