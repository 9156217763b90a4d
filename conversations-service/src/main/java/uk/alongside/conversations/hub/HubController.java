package uk.alongside.conversations.hub;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.hub.HubRefusal.HoursUnclear;
import uk.alongside.conversations.hub.HubRefusal.HubExists;
import uk.alongside.conversations.hub.HubRefusal.PostcodeUnreadable;
import uk.alongside.conversations.hub.HubRefusal.RoomExists;
import uk.alongside.conversations.hub.HubRefusal.StaleVersion;
import uk.alongside.conversations.hub.HubRefusal.StartsLikeFormula;
import uk.alongside.conversations.hub.HubRefusal.WebsiteUnusable;
import uk.alongside.conversations.hub.HubService.Furnishing;
import uk.alongside.conversations.hub.HubService.HubPage;
import uk.alongside.conversations.venue.AccessFeature;
import uk.alongside.conversations.venue.Opening;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;

@RestController
@Tag(name = "Hubs")
class HubController {

    private static final int PAGE = 25;

    private final HubService hubs;

    HubController(HubService hubs) {
        this.hubs = hubs;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HubList(
            List<HubView> items,

            @Nullable Integer next,

            @Schema(description = "How many hubs match in all")
            long total) {

        static HubList of(HubPage found) {
            var page = found.page();
            return new HubList(
                    found.hubs().stream().map(HubView::of).toList(),
                    page.hasNext() ? (page.getNumber() + 1) * PAGE : null,
                    page.getTotalElements());
        }
    }

    record NewHub(
            @NotBlank @Size(max = 200) @TypedText(TextKind.LINE) @Schema(example = "Market Street Library")
            String name,

            @NotNull @Size(max = 4) List<@NotBlank @Size(max = 200) @TypedText(TextKind.LINE) String> address,

            @NotBlank @Size(max = 10) @Schema(example = "HX1 1UJ") @TypedText(TextKind.CODE)
            String postcode,

            @Nullable @Size(max = 500) @TypedText(TextKind.WEB_ADDRESS)
            String website,

            @Nullable @Size(max = 10) @Schema(description = "Other services in the building")
            List<@NotBlank @Size(max = 200) @TypedText(TextKind.LINE) String> coLocated,

            @Nullable @Size(max = 1000) @TypedText(TextKind.TEXT)
            String directions,

            @Nullable @Schema(description = "True if people may come without a booking")
            Boolean dropIn,

            @Nullable @Size(max = 6) List<@NotNull AccessFeature> accessFeatures,
            @Nullable @Size(max = 28) List<@NotNull @Valid NewOpening> openingHours,

            @Nullable @Pattern(regexp = "[0-9]{1,12}") @TypedText(TextKind.CODE)
            String uprn) {

        HubForm form() {
            return new HubForm(
                    name,
                    address,
                    postcode,
                    website,
                    coLocated == null ? List.of() : coLocated,
                    directions,
                    Boolean.TRUE.equals(dropIn),
                    accessFeatures == null ? List.of() : accessFeatures,
                    openingHours == null
                            ? List.of()
                            : openingHours.stream()
                                    .map(each -> new Opening(each.day(), each.opens(), each.closes()))
                                    .toList(),
                    uprn);
        }
    }

    record NewOpening(
            @NotNull DayOfWeek day,
            @NotNull LocalTime opens,
            @NotNull LocalTime closes) {}

    record NewRoom(
            @NotBlank @Size(max = 100) @TypedText(TextKind.LINE) @Schema(example = "Room 2")
            String name,

            @Nullable @Min(1) @Max(1000) Integer capacity) {

        Furnishing furnishing() {
            return new Furnishing(name, capacity);
        }
    }

    @GetMapping("/api/hubs")
    @Operation(operationId = "listHubs", summary = "List the hubs by name", description = "A page has at most 25 hubs.")
    @PreAuthorize("hasAuthority('hub:read')")
    HubList list(
            @Parameter(description = "Words of the name, the address or the postcode", example = "library")
                    @RequestParam(defaultValue = "")
                    @Size(max = 100)
                    @TypedText(TextKind.LINE)
                    String search,
            @RequestParam(defaultValue = "0") @Min(0) @Max(250_000) int after) {
        return HubList.of(hubs.search(search, PageRequest.of(after / PAGE, PAGE)));
    }

    @PostMapping("/api/hubs")
    @Operation(operationId = "createHub", summary = "Create a hub")
    @PreAuthorize("hasAuthority('hub:write')")
    @Answers({
        PostcodeUnreadable.class,
        WebsiteUnusable.class,
        HoursUnclear.class,
        StartsLikeFormula.class,
        HubExists.class
    })
    Created<HubView> create(@IdempotencyKey String key, @Valid @RequestBody NewHub request) {
        return created(hubs.add(request.form(), key));
    }

    @GetMapping("/api/hubs/{hubId}")
    @Operation(operationId = "getHub", summary = "Get a hub")
    @PreAuthorize("hasAuthority('hub:read')")
    @Answers(NotFound.class)
    Versioned<HubView> get(@PathVariable HubId hubId) {
        return answer(hubs.find(hubId));
    }

    @PutMapping("/api/hubs/{hubId}")
    @Operation(operationId = "updateHub", summary = "Change the details of a hub")
    @PreAuthorize("hasAuthority('hub:write')")
    @Answers({
        NotFound.class,
        PostcodeUnreadable.class,
        WebsiteUnusable.class,
        HoursUnclear.class,
        StartsLikeFormula.class,
        HubExists.class,
        StaleVersion.class
    })
    Versioned<HubView> update(@PathVariable HubId hubId, @IfMatch long version, @Valid @RequestBody NewHub request) {
        return answer(hubs.edit(hubId, request.form(), version));
    }

    @PostMapping("/api/hubs/{hubId}/rooms")
    @Operation(operationId = "createRoom", summary = "Create a room at a hub; the answer is the hub")
    @PreAuthorize("hasAuthority('hub:write')")
    @Answers({NotFound.class, RoomExists.class})
    Created<HubView> createRoom(
            @PathVariable HubId hubId, @IdempotencyKey String key, @Valid @RequestBody NewRoom request) {
        return created(hubs.addRoom(hubId, request.furnishing(), key));
    }

    @DeleteMapping("/api/hubs/{hubId}/rooms/{roomId}")
    @ResponseStatus(NO_CONTENT)
    @Operation(
            operationId = "deleteRoom",
            summary = "Delete a room",
            description = "No new session can use the room. Sessions that have it keep it.")
    @PreAuthorize("hasAuthority('hub:write')")
    @Answers(NotFound.class)
    void deleteRoom(@PathVariable HubId hubId, @PathVariable RoomId roomId) {
        hubs.retireRoom(hubId, roomId);
    }

    private static Created<HubView> created(HubWhole whole) {
        return new Created<>(
                "/api/hubs/" + whole.hub().id(), HubView.of(whole), whole.hub().version());
    }

    private static Versioned<HubView> answer(HubWhole whole) {
        return new Versioned<>(HubView.of(whole), whole.hub().version());
    }
}
