package uk.alongside.tenant.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import uk.alongside.tenant.localauthority.LocalAuthority;
import uk.alongside.tenant.register.CouncilStatus;
import uk.alongside.tenant.register.SuspensionReason;
import uk.alongside.tenant.settings.SettingsRefusal.AlreadyAsked;
import uk.alongside.tenant.settings.SettingsRefusal.AlreadyLive;
import uk.alongside.tenant.settings.SettingsRefusal.NotAsked;

/** The settings of a council. Their id is the council's. */
@Entity
@Table(schema = "app", name = "council_settings")
public class CouncilSettings {

    @Id
    private UUID id;

    @TenantId
    @Column(updatable = false)
    private UUID tenantId;

    private String name;

    private @Nullable String welshName;

    @Column(updatable = false)
    private String alias;

    @Column(updatable = false)
    private @Nullable String authority;

    private String status;

    /** Why the council is suspended, or null while it is not. */
    private @Nullable String suspension;

    private String nation;

    private String[] languages;

    @Embedded
    private Labels labels;

    @Embedded
    private Contact contact;

    @Embedded
    private Brand brand;

    @Embedded
    private @Nullable DataProtection dataProtection;

    /** The sections on which a lead has decided, even if only to leave them as they are. */
    private String[] completedSections;

    @Column(updatable = false)
    private boolean demonstration;

    private long version;

    /** A section of the settings on which a lead decides separately. */
    public enum Section {
        NAME,
        CONTACT,
        LANGUAGES,
        LABELS;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @SuppressWarnings("NullAway.Init") // Hibernate fills the council
    public CouncilSettings(
            UUID council,
            String alias,
            Wording wording,
            CouncilStatus status,
            boolean demonstration,
            @Nullable LocalAuthority authority) {
        this.id = council;
        this.alias = alias;
        this.status = status.word();
        this.authority = authority == null ? null : authority.code();
        this.nation = authority == null ? Nation.ENGLAND.word() : authority.nation();
        this.languages = new String[] {"en"};
        this.labels = Labels.USUAL;
        this.contact = Contact.NONE;
        this.brand = Brand.USUAL;
        this.completedSections = new String[0];
        this.demonstration = demonstration;
        this.version = 1;
        say(wording);
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected CouncilSettings() {}

    /** The fields that an operator may change at any time. */
    public record Wording(
            String name,
            @Nullable String talkingPoint,
            @Nullable String contactPhone,
            @Nullable String contactEmail) {}

    /**
     * Returns whether the other settings have the same names, first contacts and authority. The other council may have
     * gone live since, but not the other way round.
     */
    public boolean describesTheSameCouncilAs(CouncilSettings other) {
        return alias.equals(other.alias)
                && name.equals(other.name)
                && labels.talkingPoint().equals(other.labels.talkingPoint())
                && Objects.equals(contact.contactPhone(), other.contact.contactPhone())
                && Objects.equals(contact.contactEmail(), other.contact.contactEmail())
                && Objects.equals(authority, other.authority)
                && demonstration == other.demonstration
                && (other.status().isLive() || !status().isLive());
    }

    /** Changes the wording. */
    public void edit(Wording wording) {
        say(wording);
        version++;
    }

    /** Returns the values that the audit keeps of a change: those that cannot be about a person. */
    Map<String, String> auditedValues() {
        var values = new LinkedHashMap<String, String>();
        values.put("name", name);
        put(values, "welsh-name", welshName);
        values.put("nation", nation);
        values.put("languages", String.join(", ", languages));
        values.put("label-talking-point", labels.talkingPoint());
        values.put("label-talking-points", labels.talkingPoints());
        values.put("label-hub", labels.hub());
        values.put("label-hubs", labels.hubs());
        values.put("label-conversation", labels.conversation());
        values.put("label-conversations", labels.conversations());
        put(values, "colour", brand.colour());
        put(values, "contact-hours", contact.contactHours());
        put(values, "contact-address", String.join(", ", contact.contactAddress()));
        put(values, "relay-number", contact.relayNumber());
        put(values, "registration", dataProtection == null ? null : dataProtection.registration());
        put(values, "privacy-notice", dataProtection == null ? null : dataProtection.privacyNotice());
        put(values, "suspension", suspension);
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(name, value);
        }
    }

    void rename(String name, @Nullable String welshName) {
        this.name = name;
        this.welshName = welshName;
        complete(Section.NAME);
    }

    void changeContact(Contact contact) {
        this.contact = contact;
        complete(Section.CONTACT);
    }

    /** Sets the nation and the languages. Welsh is never alone: a text without a Welsh version appears in English. */
    void changeLanguages(Nation nation, boolean welsh) {
        this.nation = nation.word();
        this.languages = welsh ? new String[] {"en", "cy"} : new String[] {"en"};
        complete(Section.LANGUAGES);
    }

    void changeDataProtection(DataProtection dataProtection) {
        this.dataProtection = dataProtection;
        version++;
    }

    /** Records a new assessment, whose file is kept beside the settings. */
    void changeAssessment() {
        version++;
    }

    void changeLabels(Labels labels) {
        this.labels = labels;
        complete(Section.LABELS);
    }

    /** Sets the one colour that a council chooses, or the product's own if null. The other colours follow from it. */
    void changeColour(@Nullable String colour, boolean paleLogo) {
        brand = Brand.of(colour, paleLogo);
        complete(Section.NAME);
    }

    /** Records a logo, or none, which is not pale. */
    void changeLogo(boolean paleLogo) {
        brand = Brand.of(brand.colour(), paleLogo);
        version++;
    }

    /** Records that a lead asked to go live. */
    public void askToGoLive() {
        switch (status()) {
            case SETTING_UP -> become(CouncilStatus.ASKED_TO_GO_LIVE);
            case ASKED_TO_GO_LIVE -> throw new AlreadyAsked().refused();
            case LIVE -> throw new AlreadyLive().refused();
        }
    }

    /** Makes the council live, after its leads have asked. */
    public void goLive() {
        requireAsked();
        become(CouncilStatus.LIVE);
    }

    /** Opens the set-up again after a question of the operator. The leads answer it and ask again. */
    public void goBackToSetUp() {
        requireAsked();
        become(CouncilStatus.SETTING_UP);
    }

    private void requireAsked() {
        if (status() != CouncilStatus.ASKED_TO_GO_LIVE) {
            throw new NotAsked().refused();
        }
    }

    /** Suspends the council. Its status stays, so that the council is what it was when it is resumed. */
    public void suspend(SuspensionReason reason) {
        suspension = reason.word();
        version++;
    }

    /** Ends the suspension. */
    public void resume() {
        suspension = null;
        version++;
    }

    private void become(CouncilStatus next) {
        status = next.word();
        version++;
    }

    private void complete(Section section) {
        if (!hasCompleted(section)) {
            completedSections = Stream.concat(Arrays.stream(completedSections), Stream.of(section.word()))
                    .toArray(String[]::new);
        }
        version++;
    }

    /** Returns whether a lead has decided on this section. */
    public boolean hasCompleted(Section section) {
        return List.of(completedSections).contains(section.word());
    }

    /** Moves to the next version with the same state, because the peer holds other bytes under this one. */
    void republish() {
        version++;
    }

    private void say(Wording wording) {
        name = wording.name();
        labels = labels.calling(wording.talkingPoint() == null ? Labels.USUAL.talkingPoint() : wording.talkingPoint());
        contact = contact.with(wording.contactPhone(), wording.contactEmail());
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    @Nullable
    String welshName() {
        return welshName;
    }

    public String alias() {
        return alias;
    }

    /**
     * Returns the council's code in the register. A demonstration council has none.
     */
    public @Nullable String authority() {
        return authority;
    }

    public CouncilStatus status() {
        return CouncilStatus.of(status);
    }

    /** Returns why the council is suspended, or null while it is not. */
    public @Nullable SuspensionReason suspension() {
        return suspension == null ? null : SuspensionReason.of(suspension);
    }

    public boolean isSuspended() {
        return suspension != null;
    }

    Nation nation() {
        return Nation.of(nation);
    }

    List<String> languages() {
        return List.of(languages);
    }

    public Labels labels() {
        return labels;
    }

    public Contact contact() {
        return contact;
    }

    Brand brand() {
        return brand;
    }

    /** Returns the answers about data protection, or null until the council has given them. */
    public @Nullable DataProtection dataProtection() {
        return dataProtection;
    }

    public boolean demonstration() {
        return demonstration;
    }

    public long version() {
        return version;
    }
}
