package uk.alongside.tenant.blueprint;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.tenant.blueprint.Blueprint.Element;
import uk.alongside.tenant.blueprint.Blueprint.Part;
import uk.alongside.tenant.blueprint.Blueprint.Source;
import uk.alongside.tenant.blueprint.BlueprintRefusal.MovedOn;
import uk.alongside.tenant.blueprint.BlueprintRefusal.NoSuchPart;
import uk.alongside.tenant.blueprint.BlueprintService.Choice;
import uk.alongside.tenant.blueprint.BlueprintService.State;
import uk.alongside.tenant.blueprint.OwnElement.Decision;
import uk.alongside.tenant.membership.MemberNames;

/** The endpoints for the offered approach and for the decisions of the caller's council about it. */
@RestController
@RequestMapping("/api/blueprint")
@Tag(name = "Blueprint")
class BlueprintController {

    private final BlueprintService service;
    private final MemberNames names;

    BlueprintController(BlueprintService service, MemberNames names) {
        this.service = service;
        this.names = names;
    }

    @Schema(name = "BlueprintPart")
    record PartView(
            String id,
            String title,
            String about,

            @Schema(description = "True if the council has decided on this part")
            boolean adopted,

            List<Element> elements) {

        static PartView of(Part part, List<OwnElement> own) {
            return new PartView(
                    part.id(),
                    part.title(),
                    part.about(),
                    own.stream().anyMatch(element -> element.part().equals(part.id())),
                    part.elements());
        }
    }

    @Schema(name = "OwnBlueprintElement")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnView(
            String element,
            String part,
            String title,
            boolean inUse,
            @Nullable Map<String, Object> value,

            Decision decision,

            @Schema(description = "The version on which the council decided", example = "1.0")
            String decidedIn,

            @Schema(description = "The reason for the decision") @Nullable
            String note,

            String decidedBy,
            Instant decidedAt) {

        static OwnView of(OwnElement own, Map<MemberId, String> names) {
            return new OwnView(
                    own.element(),
                    own.part(),
                    own.title(),
                    own.inUse(),
                    own.ours(),
                    own.decision(),
                    own.decidedIn(),
                    own.note(),
                    names.getOrDefault(own.decidedBy(), ""),
                    own.decidedAt());
        }
    }

    @Schema(name = "Blueprint")
    record BlueprintView(
            @Schema(example = "After Thurrock’s published approach")
            String name,

            @Schema(description = "The latest version", example = "1.0")
            String version,

            String published,
            String about,
            List<Source> sources,
            List<PartView> parts,

            @Schema(description = "The council's decision on each element")
            List<OwnView> own,

            @Schema(description = "The differences between the latest version and the council's decisions")
            List<Difference> differences) {

        static BlueprintView of(State state, Map<MemberId, String> names) {
            var offered = state.offered();
            return new BlueprintView(
                    offered.name(),
                    offered.version(),
                    offered.published(),
                    offered.about(),
                    offered.sources(),
                    offered.parts().stream()
                            .map(part -> PartView.of(part, state.own()))
                            .toList(),
                    state.own().stream().map(own -> OwnView.of(own, names)).toList(),
                    state.differences());
        }
    }

    @Schema(name = "BlueprintAdoption")
    record Adoption(
            @Schema(example = "1.0") @NotBlank @Size(max = 20) @TypedText(TextKind.CODE)
            String version,

            @Schema(example = "[\"kinds\"]", description = "The parts to adopt") @NotEmpty @Size(max = 20)
            Set<@NotBlank @Size(max = 80) @TypedText(TextKind.CODE) String> parts) {}

    @Schema(name = "BlueprintDecision")
    record DecisionRequest(
            @Schema(example = "kind.conversation") @NotBlank @Size(max = 120) @TypedText(TextKind.CODE)
            String element,

            @NotNull Wish decision,

            @Schema(example = "Our sessions are longer") @NotBlank @Size(max = 500) @TypedText(TextKind.LINE)
            String note) {

        Choice choice() {
            return new Choice(element, decision == Wish.TAKE ? Decision.TOOK : Decision.KEPT, note);
        }
    }

    /** The two decisions on a difference: to take what is offered, or to keep the council's own content. */
    enum Wish {
        TAKE,
        KEEP
    }

    @Schema(name = "BlueprintDecisions")
    record Decisions(
            @Schema(example = "1.1") @NotBlank @Size(max = 20) @TypedText(TextKind.CODE)
            String version,

            @NotEmpty @Size(max = 200) List<@Valid @NotNull DecisionRequest> decisions) {}

    @GetMapping
    @PreAuthorize("hasAuthority('council:read')")
    @Operation(operationId = "getBlueprint", summary = "Get the latest blueprint and this council's decisions on it")
    BlueprintView blueprint() {
        return view(service.state());
    }

    @PostMapping("/adopt")
    @PreAuthorize("hasAuthority('blueprint:write')")
    @Operation(
            operationId = "adoptBlueprint",
            summary = "Adopt parts of the blueprint",
            description = "A part that was adopted before does not change, so this request can be repeated.")
    @Answers({NoSuchPart.class, MovedOn.class})
    BlueprintView adopt(@Valid @RequestBody Adoption request) {
        return view(service.adopt(Caller.current().member(), request.version(), request.parts()));
    }

    @PostMapping("/decisions")
    @PreAuthorize("hasAuthority('blueprint:write')")
    @Operation(
            operationId = "decideOnBlueprint",
            summary = "Decide on the differences of a later version",
            description = "Each decision has a note with the reason. Either all decisions are stored, or none.")
    @Answers(MovedOn.class)
    BlueprintView decide(@Valid @RequestBody Decisions request) {
        return view(service.decide(
                Caller.current().member(),
                request.version(),
                request.decisions().stream().map(DecisionRequest::choice).toList()));
    }

    private BlueprintView view(State state) {
        return BlueprintView.of(state, names.ofThisCouncil());
    }
}
