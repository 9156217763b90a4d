package uk.alongside.tenant.settings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;
import uk.alongside.tenant.brand.Colour;
import uk.alongside.tenant.brand.Palette;
import uk.alongside.tenant.register.RegisterRefusal.NameTaken;
import uk.alongside.tenant.settings.SettingsRefusal.StaleVersion;

/** The endpoints of a council's own settings, part by part, for its leads. The council is the caller's. */
@RestController
@RequestMapping("/api/settings")
@PreAuthorize("hasAuthority('council:set-up')")
@Tag(name = "Settings")
class SettingsController {

    private final SettingsService service;

    SettingsController(SettingsService service) {
        this.service = service;
    }

    record NewName(
            @Schema(example = "Larkshire Council") @NotBlank @Size(max = 200) @TypedText(TextKind.LINE)
            String name,

            @Schema(example = "Cyngor Larkshire") @Size(max = 200) @Nullable @TypedText(TextKind.LINE)
            String welshName) {}

    record NewContact(
            @Schema(example = "01632 960100") @TypedText(TextKind.PHONE) @Pattern(regexp = Contact.PHONE) @Nullable
            String contactPhone,

            @Schema(example = "hello@larkshire.example") @TypedText(TextKind.EMAIL) @Email @Size(max = 254) @Nullable
            String contactEmail,

            @Schema(example = "Monday to Friday, 9am to 5pm") @Size(max = 200) @Nullable @TypedText(TextKind.LINE)
            String contactHours,

            @Schema(example = "[\"1 Market Street\", \"Larkton\", \"ZY1 1AA\"]") @Size(max = 6) @Nullable
            List<@NotBlank @Size(max = 100) @TypedText(TextKind.LINE) String> contactAddress,

            @Schema(example = "18001 01632 960100", description = "The number to dial through a relay service.")
            @TypedText(TextKind.PHONE)
            @Size(max = 200)
            @Nullable
            String relayNumber,

            @Schema(example = "Write to complaints@larkshire.example.")
            @Size(max = 500)
            @Nullable
            @TypedText(TextKind.LINE)
            String complaints) {

        Contact contact() {
            return new Contact(
                    contactPhone,
                    contactEmail,
                    contactHours,
                    contactAddress == null ? List.of() : List.copyOf(contactAddress),
                    relayNumber,
                    complaints);
        }
    }

    record NewDataProtection(
            @Schema(
                    example = "ZA000000",
                    description = "A Z, six digits and a digit or an X; or a Z, a letter and six digits.")
            @TypedText(TextKind.CODE)
            @NotBlank
            @Pattern(regexp = "(?i)Z([0-9]{6}[0-9X]|[A-Z][0-9]{6})")
            String registration,

            @Schema(example = "dpo@larkshire.example") @NotBlank @TypedText(TextKind.EMAIL) @Email @Size(max = 254)
            String dataProtectionEmail,

            @Schema(example = "https://www.larkshire.example/privacy")
            @TypedText(TextKind.WEB_ADDRESS)
            @NotBlank
            @Pattern(regexp = "https://[^\\s/?#@]+\\.[^\\s/?#@]+([/?#]\\S*)?")
            @Size(max = 500)
            String privacyNotice) {

        DataProtection dataProtection() {
            return new DataProtection(registration.toUpperCase(Locale.ROOT), dataProtectionEmail, privacyNotice);
        }
    }

    record NewLanguages(
            @NotNull Nation nation,

            @Schema(description = "True for English and Welsh, false for English alone.") @NotNull
            Boolean welsh) {}

    record NewBrand(
            @Schema(description = "The chosen colour; absent for the product's own.", example = "#FFB81C")
            @Pattern(regexp = "#[0-9A-Fa-f]{6}")
            @Nullable
            @TypedText(TextKind.CODE)
            String colour) {}

    record ChosenColour(
            @Schema(example = "#FFB81C") @NotBlank @Pattern(regexp = "#[0-9A-Fa-f]{6}") @TypedText(TextKind.CODE)
            String colour) {}

    /** The colours that follow from a chosen colour, and their contrasts, so that a page can describe them in words. */
    record BrandPreview(
            @Schema(example = "#FFB81C") String headerColour,
            @Schema(example = "#1B2A2F") String headerTextColour,
            @Schema(example = "8.6") double textContrast,
            @Schema(example = "#A96600") String borderColour,
            @Schema(example = "4.58") double borderContrast,
            boolean borderIsDarker,
            boolean nearlyWhite) {

        static BrandPreview of(Colour chosen, Palette palette) {
            return new BrandPreview(
                    palette.headerColour().hex(),
                    palette.headerTextColour().hex(),
                    rounded(palette.headerTextColour().contrast(palette.headerColour())),
                    palette.borderColour().hex(),
                    rounded(palette.borderColour().contrast(Colour.WHITE)),
                    !palette.borderColour().equals(chosen),
                    palette.isNearlyWhite());
        }

        private static double rounded(double contrast) {
            return Math.floor(contrast * 100) / 100;
        }
    }

    @GetMapping
    @Operation(operationId = "getOwnSettings", summary = "Get the settings of your council")
    @Answers(NotFound.class)
    Versioned<SettingsView> settings() {
        return withVersion(service.settings());
    }

    @PutMapping("/name")
    @Operation(operationId = "updateName", summary = "Change your council's name")
    @Answers({NotFound.class, StaleVersion.class, NameTaken.class})
    Versioned<SettingsView> name(@IfMatch long version, @Valid @RequestBody NewName request) {
        return withVersion(service.change(version, council -> council.rename(request.name(), request.welshName())));
    }

    @PutMapping("/contact")
    @Operation(operationId = "updateContact", summary = "Change how residents contact your council")
    @Answers({NotFound.class, StaleVersion.class})
    Versioned<SettingsView> contact(@IfMatch long version, @Valid @RequestBody NewContact request) {
        return withVersion(service.change(version, council -> council.changeContact(request.contact())));
    }

    @PutMapping("/data-protection")
    @Operation(operationId = "updateDataProtection", summary = "Change your council's answers about data protection")
    @Answers({NotFound.class, StaleVersion.class})
    Versioned<SettingsView> dataProtection(@IfMatch long version, @Valid @RequestBody NewDataProtection request) {
        return withVersion(service.change(version, council -> council.changeDataProtection(request.dataProtection())));
    }

    @PutMapping("/languages")
    @Operation(operationId = "updateLanguages", summary = "Choose your council's nation and languages")
    @Answers({NotFound.class, StaleVersion.class})
    Versioned<SettingsView> languages(@IfMatch long version, @Valid @RequestBody NewLanguages request) {
        return withVersion(
                service.change(version, council -> council.changeLanguages(request.nation(), request.welsh())));
    }

    @PutMapping("/labels")
    @Operation(operationId = "updateLabels", summary = "Choose your council's own words")
    @Answers({NotFound.class, StaleVersion.class})
    Versioned<SettingsView> labels(@IfMatch long version, @Valid @RequestBody Labels request) {
        return withVersion(service.change(version, council -> council.changeLabels(request)));
    }

    @PutMapping("/brand")
    @Operation(
            operationId = "updateBrand",
            summary = "Choose your council's colour",
            description = "The other colours follow from it, so that everyone can read the text and see the border.")
    @Answers({NotFound.class, StaleVersion.class})
    Versioned<SettingsView> brand(@IfMatch long version, @Valid @RequestBody NewBrand request) {
        var colour = request.colour() == null ? null : request.colour().toUpperCase(Locale.ROOT);
        return withVersion(service.changeColour(version, colour));
    }

    @PostMapping("/brand/preview")
    @Operation(
            operationId = "previewBrand",
            summary = "Show the colours that follow from a colour",
            description =
                    "Nothing is stored. Each contrast is given, so that a page can describe the colours in words.")
    BrandPreview previewBrand(@Valid @RequestBody ChosenColour request) {
        var chosen = Colour.of(request.colour());
        return BrandPreview.of(chosen, Palette.of(chosen));
    }

    private static Versioned<SettingsView> withVersion(SettingsView settings) {
        return new Versioned<>(settings, settings.version());
    }
}
