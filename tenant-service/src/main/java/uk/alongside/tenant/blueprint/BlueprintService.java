package uk.alongside.tenant.blueprint;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.blueprint.BlueprintRefusal.MovedOn;
import uk.alongside.tenant.blueprint.BlueprintRefusal.NoSuchPart;
import uk.alongside.tenant.blueprint.OwnElement.Decision;
import uk.alongside.tenant.blueprint.OwnElement.Deed;
import uk.alongside.tenant.delivery.Outbox;

/** The adoption of the approach, and the decisions on the differences that a later version brings. */
@Service
public class BlueprintService {

    private static final String KIND = "blueprint";

    private final BlueprintLibrary library;
    private final OwnElements elements;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    BlueprintService(BlueprintLibrary library, OwnElements elements, Outbox outbox, Audit audit, Clock clock) {
        this.library = library;
        this.elements = elements;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** The offered approach, and this council's decisions about it. */
    record State(Blueprint offered, List<OwnElement> own, List<Difference> differences) {}

    /** A lead's choice about one difference, and the reason. */
    record Choice(String element, Decision decision, String note) {}

    @Transactional(readOnly = true)
    State state() {
        return state(elements.all());
    }

    /** Returns whether the council adopted any part. */
    @Transactional(readOnly = true)
    public boolean isAdopted() {
        return !elements.all().isEmpty();
    }

    /** Takes these parts as they are. A part that was adopted before stays as it is. */
    @Transactional
    State adopt(MemberId lead, String version, Set<String> parts) {
        var offered = library.version(version).orElseThrow(BlueprintService::movedOn);
        elements.lock();
        var own = elements.all();
        var deed = new Deed(Decision.TOOK, version, null, lead, clock.instant());
        for (var id : parts) {
            var part = offered.part(id).orElseThrow(() -> new NoSuchPart().refused());
            if (own.stream().noneMatch(element -> element.part().equals(id))) {
                part.elements().forEach(element -> elements.save(OwnElement.of(id, element, deed)));
            }
        }
        return changed("adopted");
    }

    @Transactional
    State decide(MemberId lead, String version, List<Choice> choices) {
        var offered = library.latest();
        if (!offered.version().equals(version)) {
            throw movedOn();
        }
        elements.lock();
        var own = elements.all().stream().collect(toMap(OwnElement::element, Function.identity()));
        var open = Difference.between(List.copyOf(own.values()), offered).stream()
                .collect(toMap(Difference::element, Function.identity()));
        var once = new HashSet<String>();
        for (var choice : choices) {
            var difference = open.get(choice.element());
            var before = own.get(choice.element());
            if (!once.add(choice.element()) || (difference == null && !isDecided(before, choice, version))) {
                throw movedOn();
            }
            if (difference == null) {
                continue;
            }
            var deed = new Deed(choice.decision(), version, choice.note(), lead, clock.instant());
            var now = offered.element(choice.element()).orElse(null);
            if (before != null) {
                elements.save(before.decided(now, deed));
            } else if (now != null) {
                elements.save(OwnElement.of(difference.part(), now, deed));
            }
        }
        return changed("decided");
    }

    /** Returns whether this decision was made before. A repeated request after a lost answer changes nothing. */
    private static boolean isDecided(@Nullable OwnElement before, Choice choice, String version) {
        return before != null
                && before.decision() == choice.decision()
                && before.decidedIn().equals(version);
    }

    private State changed(String what) {
        var council = CouncilContext.council();
        outbox.add(BlueprintDelivery.KIND, council, elements.nextVersion());
        audit.changed(KIND, council, what);
        return state(elements.all());
    }

    private State state(List<OwnElement> own) {
        var latest = library.latest();
        return new State(latest, own, Difference.between(own, latest));
    }

    private static Refused movedOn() {
        return new MovedOn().refused();
    }
}
