package uk.alongside.tenant.settings;

import uk.alongside.tenant.register.CouncilStatus;
import uk.alongside.tenant.council.CouncilView;
import uk.alongside.tenant.council.CouncilRefused;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import uk.alongside.tenant.council.CouncilRefusal.AlreadyAsked;
import uk.alongside.tenant.council.CouncilRefusal.AlreadyLive;
import uk.alongside.tenant.council.CouncilRefusal.ChangedMeanwhile;
import uk.alongside.tenant.council.CouncilRefusal.NotAsked;
import uk.alongside.tenant.localauthority.LocalAuthority;

/** The settings of a council. Their id is the council's. */
@Entity
@Table(schema = "app", name = "council_settings")
class CouncilSettings {

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

    /** The parts on which a lead has decided, even if only to leave them as they are. */
    @Column(name = "completed_sections")
    private String[] said;

    @Column(updatable = false)
    private boolean demonstration;

    private long version;

    /** A part of the settings on which a lead decides separately. */
    enum Part {
        NAME,
        CONTACT,
        LANGUAGES,
        LABELS;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @SuppressWarnings("NullAway.Init") // Hibernate fills the council
    CouncilSettings(
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
        this.said = new String[0];
        this.demonstration = demonstration;
        this.version = 1;
        say(wording);
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected CouncilSettings() {}

    /** The fields that an operator may change at any time. */
    record Wording(
            String name,
            @Nullable String talkingPoint,
            @Nullable String contactPhone,
            @Nullable String contactEmail) {}

    /** Changes the wording, if {@code expected} is still the present version. */
    void edit(long expected, Wording wording) {
        require(expected);
        say(wording);
        version++;
    }

    void rename(long expected, String name, @Nullable String welshName) {
        require(expected);
        this.name = name;
        this.welshName = welshName;
        said(Part.NAME);
    }

    void reachBy(long expected, Contact contact) {
        require(expected);
        this.contact = contact;
        said(Part.CONTACT);
    }

    /** Sets the nation and the languages. Welsh is never alone: a text without a Welsh version appears in English. */
    void speak(long expected, Nation nation, boolean welsh) {
        require(expected);
        this.nation = nation.word();
        this.languages = welsh ? new String[] {"en", "cy"} : new String[] {"en"};
        said(Part.LANGUAGES);
    }

    void answerBy(long expected, DataProtection dataProtection) {
        require(expected);
        this.dataProtection = dataProtection;
        version++;
    }

    /** Records that the council answers by an assessment, which is kept beside the settings. */
    void answerBy(long expected) {
        require(expected);
        version++;
    }

    void call(long expected, Labels labels) {
        require(expected);
        this.labels = labels;
        said(Part.LABELS);
    }

    /** Sets the one colour that a council chooses, or the product's own if null. The other colours follow from it. */
    void paint(long expected, @Nullable String colour, boolean paleLogo) {
        require(expected);
        brand = Brand.of(colour, paleLogo);
        said(Part.NAME);
    }

    /** Records a logo, or none, which is not pale. */
    void carry(long expected, boolean paleLogo) {
        require(expected);
        brand = Brand.of(brand.colour(), paleLogo);
        version++;
    }

    void askToGoLive(long expected) {
        require(expected);
        switch (status()) {
            case SETTING_UP -> become(CouncilStatus.ASKED_TO_GO_LIVE);
            case ASKED_TO_GO_LIVE -> throw new CouncilRefused(new AlreadyAsked());
            case LIVE -> throw new CouncilRefused(new AlreadyLive());
        }
    }

    void goLive(long expected) {
        requireAsked(expected);
        become(CouncilStatus.LIVE);
    }

    /** Opens the set-up again after a question of the operator. The leads answer it and ask again. */
    void goBackToSetUp(long expected) {
        requireAsked(expected);
        become(CouncilStatus.SETTING_UP);
    }

    private void requireAsked(long expected) {
        require(expected);
        if (status() != CouncilStatus.ASKED_TO_GO_LIVE) {
            throw new CouncilRefused(new NotAsked());
        }
    }

    private void become(CouncilStatus next) {
        status = next.word();
        version++;
    }

    private void require(long expected) {
        if (version != expected) {
            throw new CouncilRefused(new ChangedMeanwhile(CouncilView.of(this)));
        }
    }

    private void said(Part part) {
        if (!hasSaid(part)) {
            said = Stream.concat(Arrays.stream(said), Stream.of(part.word())).toArray(String[]::new);
        }
        version++;
    }

    boolean hasSaid(Part part) {
        return List.of(said).contains(part.word());
    }

    /** Moves to the next version with the same state, because the peer holds other bytes under this one. */
    void insist() {
        version++;
    }

    private void say(Wording wording) {
        name = wording.name();
        labels = labels.calling(wording.talkingPoint() == null ? Labels.USUAL.talkingPoint() : wording.talkingPoint());
        contact = contact.with(wording.contactPhone(), wording.contactEmail());
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    @Nullable
    String welshName() {
        return welshName;
    }

    String alias() {
        return alias;
    }

    /**
     * Returns the council's code in the register. A made-up council and a council from before the register have none.
     */
    @Nullable
    String authority() {
        return authority;
    }

    CouncilStatus status() {
        return CouncilStatus.of(status);
    }

    Nation nation() {
        return Nation.of(nation);
    }

    List<String> languages() {
        return List.of(languages);
    }

    Labels labels() {
        return labels;
    }

    Contact contact() {
        return contact;
    }

    Brand brand() {
        return brand;
    }

    /** Returns the answers about data protection, or null until the council has given them. */
    @Nullable
    DataProtection dataProtection() {
        return dataProtection;
    }

    boolean demonstration() {
        return demonstration;
    }

    long version() {
        return version;
    }
}
