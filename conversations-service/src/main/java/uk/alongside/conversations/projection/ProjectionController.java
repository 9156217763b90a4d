package uk.alongside.conversations.projection;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.council.AdoptedBlueprint;
import uk.alongside.conversations.council.Brand;
import uk.alongside.conversations.council.CouncilLogo;
import uk.alongside.conversations.council.Labels;
import uk.alongside.conversations.council.Member;
import uk.alongside.conversations.council.Prompt;
import uk.alongside.conversations.council.SessionKind;
import uk.alongside.conversations.council.Settings;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.wall.CouncilContext;

/** Receives versions from tenant-service; the gateway does not route here. The path names the council. */
@Hidden
@RestController
class ProjectionController {

    private final ProjectionService projection;

    ProjectionController(ProjectionService projection) {
        this.projection = projection;
    }

    /**
     * The settings as tenant-service sends them. A sender of an earlier release leaves out the fields that it does not
     * know.
     */
    record SettingsVersion(
            @Min(0) long version,

            @NotBlank @Size(max = 200) @TypedText(TextKind.LINE)
            String name,

            @Nullable @Size(max = 200) @TypedText(TextKind.LINE)
            String welshName,

            @NotBlank @Size(max = 100) @TypedText(TextKind.CODE)
            String alias,

            @Nullable @Pattern(regexp = "setting-up|live") @TypedText(TextKind.CODE)
            String status,

            @Nullable Boolean suspended,

            @Nullable @Pattern(regexp = "england|wales|scotland") @TypedText(TextKind.CODE)
            String nation,

            @Nullable @Size(min = 1, max = 2)
            List<@NotNull @Pattern(regexp = "en|cy") @TypedText(TextKind.CODE) String> languages,

            @Nullable @Valid Labels labels,

            @Nullable @Size(max = 100) @TypedText(TextKind.LINE)
            String talkingPoint,

            @Nullable @Size(max = 50) @TypedText(TextKind.PHONE)
            String contactPhone,

            @Nullable @Size(max = 254) @TypedText(TextKind.EMAIL)
            String contactEmail,

            @Nullable @Size(max = 200) @TypedText(TextKind.LINE)
            String contactHours,

            @Nullable @Size(max = 6) List<@NotBlank @Size(max = 100) @TypedText(TextKind.LINE) String> contactAddress,

            @Nullable @Size(max = 200) @TypedText(TextKind.PHONE)
            String relayNumber,

            @Nullable @Size(max = 500) @TypedText(TextKind.LINE)
            String complaints,

            @Nullable @Size(max = 500) @Pattern(regexp = "https://\\S+") @TypedText(TextKind.WEB_ADDRESS)
            String privacyNotice,

            @Nullable @Valid Brand brand,
            boolean demonstration) {

        @AssertTrue
        boolean isCallingItsSessionsSomething() {
            return labels != null || talkingPoint != null;
        }

        Settings settings() {
            return new Settings(
                    version,
                    name,
                    welshName,
                    alias,
                    requireNonNullElse(status, Settings.LIVE),
                    Boolean.TRUE.equals(suspended),
                    requireNonNullElse(nation, "england"),
                    languages == null ? List.of("en") : List.copyOf(languages),
                    labels == null ? Labels.calling(requireNonNull(talkingPoint)) : labels,
                    new Settings.Contact(
                            contactPhone,
                            contactEmail,
                            contactHours,
                            contactAddress == null ? List.of() : List.copyOf(contactAddress),
                            relayNumber,
                            complaints,
                            privacyNotice),
                    brand == null
                            ? Brand.USUAL
                            : new Brand(
                                    brand.headerColour(),
                                    brand.headerTextColour(),
                                    brand.borderColour(),
                                    brand.underLogo()),
                    demonstration);
        }
    }

    record BlueprintVersion(
            @Min(0) long version,
            @NotNull @Size(max = 100) List<@NotNull @Valid SessionKind> kinds,
            @NotNull @Size(max = 100) List<@NotNull @Valid Prompt> prompts) {

        AdoptedBlueprint adopted() {
            return new AdoptedBlueprint(version, kinds, prompts);
        }
    }

    /** A version of the logo. JSON carries the picture in base64. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record LogoVersion(
            @Min(0) long version, @Size(max = 204_800) byte @Nullable [] png) {}

    /** A member as tenant-service sends them. A sender of an earlier release does not say whether it is a machine. */
    record MemberVersion(
            @Min(0) long version,
            @NotBlank @TypedText(TextKind.CODE) String issuer,
            @NotBlank @TypedText(TextKind.CODE) String subject,

            @NotBlank @Size(max = 200) @TypedText(TextKind.LINE)
            String name,

            @NotNull
            Set<
                            @NotNull
                            @Pattern(regexp = "hub-staff|practitioner|lead|viewer|support|support-with-residents")
                            @TypedText(TextKind.CODE) String>
                    roles,

            @NotNull @Pattern(regexp = "active|suspended") @TypedText(TextKind.CODE)
            String status,

            @Nullable Instant endsAt,

            @Nullable Boolean machine) {

        Member member(UUID id) {
            return new Member(
                    id,
                    version,
                    issuer,
                    subject,
                    name,
                    new TreeSet<>(roles),
                    Member.Status.valueOf(status.toUpperCase(Locale.ROOT)),
                    endsAt,
                    Boolean.TRUE.equals(machine));
        }
    }

    @PutMapping("/internal/councils/{councilId}/settings")
    @PreAuthorize("hasAuthority('" + InternalSecurity.PROJECT + "')")
    @Answers(VersionConflict.class)
    void settings(@PathVariable UUID councilId, @Valid @RequestBody SettingsVersion body) {
        CouncilContext.run(councilId, () -> projection.apply(body.settings()));
    }

    @PutMapping("/internal/councils/{councilId}/blueprint")
    @PreAuthorize("hasAuthority('" + InternalSecurity.PROJECT + "')")
    @Answers(VersionConflict.class)
    void blueprint(@PathVariable UUID councilId, @Valid @RequestBody BlueprintVersion body) {
        CouncilContext.run(councilId, () -> projection.apply(body.adopted()));
    }

    @PutMapping("/internal/councils/{councilId}/logo")
    @PreAuthorize("hasAuthority('" + InternalSecurity.PROJECT + "')")
    @Answers(VersionConflict.class)
    void logo(@PathVariable UUID councilId, @Valid @RequestBody LogoVersion body) {
        CouncilContext.run(councilId, () -> projection.apply(new CouncilLogo(body.version(), body.png())));
    }

    @PutMapping("/internal/councils/{councilId}/members/{memberId}")
    @PreAuthorize("hasAuthority('" + InternalSecurity.PROJECT + "')")
    @Answers(VersionConflict.class)
    void member(@PathVariable UUID councilId, @PathVariable MemberId memberId, @Valid @RequestBody MemberVersion body) {
        CouncilContext.run(councilId, () -> projection.apply(body.member(memberId.value())));
    }
}
