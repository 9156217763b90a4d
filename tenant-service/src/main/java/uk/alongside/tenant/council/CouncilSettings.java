package uk.alongside.tenant.council;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import uk.alongside.tenant.council.CouncilRefusal.ChangedMeanwhile;

/** How a council is set up. Its id is the council's. */
@Entity
@Table(schema = "app", name = "council_settings")
class CouncilSettings {

    /** What a council that says nothing else calls the place where it meets people. */
    static final String TALKING_POINT = "Talking point";

    @Id
    private UUID id;

    @TenantId
    @Column(updatable = false)
    private UUID tenantId;

    private String name;

    @Column(updatable = false)
    private String alias;

    private String talkingPoint;

    private @Nullable String contactPhone;

    private @Nullable String contactEmail;

    @Column(updatable = false)
    private boolean demonstration;

    private long version;

    @SuppressWarnings("NullAway.Init") // the council is filled by Hibernate
    CouncilSettings(UUID council, String alias, Wording wording, boolean demonstration) {
        this.id = council;
        this.alias = alias;
        this.demonstration = demonstration;
        this.version = 1;
        say(wording);
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected CouncilSettings() {}

    /** What an operator may change at any time. */
    record Wording(
            String name,
            @Nullable String talkingPoint,
            @Nullable String contactPhone,
            @Nullable String contactEmail) {}

    /** Changes the wording, if {@code expected} is still how things stand. */
    void edit(long expected, Wording wording) {
        if (version != expected) {
            throw new CouncilRefused(new ChangedMeanwhile(CouncilView.of(this)));
        }
        say(wording);
        version++;
    }

    /** The peer holds other bytes under this version: say the same again under the next one. */
    void insist() {
        version++;
    }

    private void say(Wording wording) {
        name = wording.name();
        talkingPoint = wording.talkingPoint() == null ? TALKING_POINT : wording.talkingPoint();
        contactPhone = wording.contactPhone();
        contactEmail = wording.contactEmail();
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    String alias() {
        return alias;
    }

    String talkingPoint() {
        return talkingPoint;
    }

    @Nullable
    String contactPhone() {
        return contactPhone;
    }

    @Nullable
    String contactEmail() {
        return contactEmail;
    }

    boolean demonstration() {
        return demonstration;
    }

    long version() {
        return version;
    }
}
