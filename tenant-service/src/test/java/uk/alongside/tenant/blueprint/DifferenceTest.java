package uk.alongside.tenant.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.tenant.blueprint.Blueprint.Element;
import uk.alongside.tenant.blueprint.Blueprint.Part;
import uk.alongside.tenant.blueprint.Difference.Kind;
import uk.alongside.tenant.blueprint.OwnElement.Decision;
import uk.alongside.tenant.blueprint.OwnElement.Deed;

class DifferenceTest {

    private static final Element SHORT = kind("kind.talk", 30);
    private static final Element LONG = kind("kind.talk", 60);
    private static final Element LONGER = kind("kind.talk", 90);
    private static final Element OTHER = kind("kind.other", 20);

    private final OwnElement adopted = OwnElement.of("kinds", SHORT, deed(Decision.TOOK, "1.0"));

    @Test
    void isNoneWhereNothingChanged() {
        assertThat(Difference.between(List.of(adopted), version("1.1", SHORT))).isEmpty();
    }

    @Test
    void isNoneInAPartThatWasNotAdopted() {
        assertThat(Difference.between(List.of(), version("1.1", SHORT, OTHER))).isEmpty();
    }

    @Test
    void showsWhatWasAddedChangedAndRemoved() {
        var other = OwnElement.of("kinds", OTHER, deed(Decision.TOOK, "1.0"));

        assertThat(Difference.between(List.of(adopted, other), version("1.1", LONG, kind("kind.new", 10))))
                .extracting(Difference::element, Difference::kind)
                .containsExactly(
                        tuple("kind.talk", Kind.CHANGED),
                        tuple("kind.new", Kind.ADDED),
                        tuple("kind.other", Kind.REMOVED));
    }

    @Test
    void isGoneOnceItWasTaken() {
        var taken = adopted.decided(LONG, deed(Decision.TOOK, "1.1"));

        assertThat(taken.ours()).isEqualTo(LONG.value());
        assertThat(Difference.between(List.of(taken), version("1.1", LONG))).isEmpty();
    }

    @Test
    void isGoneOnceOursWasKeptUntilALaterVersionSaysSomethingElseAgain() {
        var kept = adopted.decided(LONG, deed(Decision.KEPT, "1.1"));

        assertThat(kept.ours()).isEqualTo(SHORT.value());
        assertThat(Difference.between(List.of(kept), version("1.1", LONG))).isEmpty();
        assertThat(Difference.between(List.of(kept), version("1.2", LONGER)))
                .extracting(Difference::kind, Difference::ours)
                .containsExactly(tuple(Kind.CHANGED, SHORT.value()));
    }

    @Test
    void takesAwayWhatWasRemovedOrKeepsIt() {
        var gone = adopted.decided(null, deed(Decision.TOOK, "1.1"));
        var kept = adopted.decided(null, deed(Decision.KEPT, "1.1"));

        assertThat(gone.inUse()).isFalse();
        assertThat(kept.ours()).isEqualTo(SHORT.value());
        assertThat(Difference.between(List.of(gone), version("1.1", OTHER)))
                .extracting(Difference::element)
                .containsExactly("kind.other");
        assertThat(Difference.between(List.of(kept), version("1.2", SHORT)))
                .extracting(Difference::kind)
                .containsExactly(Kind.ADDED);
    }

    @Test
    void leavesOutWhatWasAddedAndNotTaken() {
        var left = OwnElement.of("kinds", OTHER, deed(Decision.KEPT, "1.1"));

        assertThat(left.inUse()).isFalse();
        assertThat(Difference.between(List.of(adopted, left), version("1.1", SHORT, OTHER)))
                .isEmpty();
    }

    private static Element kind(String id, int minutes) {
        return new Element(id, "A kind", Map.of("minutes", minutes), "alongside", "suggestion", null);
    }

    private static Blueprint version(String version, Element... kinds) {
        return new Blueprint(
                "Made up",
                version,
                "2026-11-22",
                "For a test",
                List.of(),
                List.of(new Part("kinds", "Kinds", "Kinds", Arrays.asList(kinds))));
    }

    private static Deed deed(Decision decision, String version) {
        return new Deed(decision, version, "because", new MemberId(UUID.randomUUID()), Instant.EPOCH);
    }
}
