package uk.alongside.localstack.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.alongside.localstack.demonstration.Story.Talk;

/** Tests the invented stories of the demonstration, and the people who have them. */
class StoriesTest {

    private static final List<String> MAIN = List.of("prompt.matters", "prompt.strong", "prompt.agreed");

    private static final Set<String> OUTCOMES = Set.of(
            "reablement",
            "assessment-or-review",
            "support-planning-or-services",
            "support-continues",
            "referred-to-nhs",
            "self-funded",
            "information-and-advice",
            "referred-within-council",
            "support-declined",
            "support-ended-as-planned",
            "no-services-offered",
            "other");

    private static final Pattern NOT_OUR_WORDS =
            Pattern.compile("\\b(clients?|cases?|case ?work\\w*|service users?|carees?)\\b");

    private final List<Story> stories = MadeUpPeople.stories();

    @Test
    void haveNoSentenceTwice() {
        var seen = new HashSet<String>();
        assertThat(stories)
                .flatExtracting(StoriesTest::sentences)
                .filteredOn(sentence -> sentence.split(" ").length > 2)
                .filteredOn(Predicate.not(seen::add))
                .isEmpty();
    }

    @Test
    void haveWhatEachRecordNeedsToBeFinished() {
        assertThat(stories).hasSizeGreaterThan(100).allSatisfy(story -> {
            assertThat(story.talks()).as(story.id()).isNotEmpty();
            for (var talk : story.talks()) {
                assertThat(talk.boxes()).as(story.id()).containsKeys(MAIN.toArray(String[]::new));
                assertThat(talk.outcome()).as(story.id()).isIn(OUTCOMES);
                assertThat(talk.reason()).as(story.id()).isNotBlank();
                assertThat(talk.support().equals("none-needed")
                                || !talk.support().isBlank())
                        .isTrue();
                assertThat(talk.supporter() == null || !talk.support().equals("none-needed"))
                        .as("a supporter of " + story.id())
                        .isTrue();
            }
        });
    }

    @Test
    void sayWhyAStepWasNotDoneAndOnlyThen() {
        assertThat(stories)
                .flatExtracting(Story::talks)
                .flatExtracting(Talk::steps)
                .allSatisfy(step -> {
                    assertThat(step.reason() != null)
                            .as(step.what())
                            .isEqualTo(step.status().equals("not-done"));
                    assertThat(step.days()).as(step.what()).isPositive();
                    assertThat(step.owner()).isIn("person", "family", "community", "council", "other-organisation");
                });
    }

    @Test
    void fitTheFieldsOfTheProduct() {
        assertThat(stories).flatExtracting(Story::talks).allSatisfy(talk -> {
            assertThat(talk.reason()).hasSizeLessThanOrEqualTo(500);
            assertThat(talk.boxes().values())
                    .allSatisfy(text -> assertThat(text).hasSizeBetween(10, 600));
            assertThat(talk.steps()).allSatisfy(step -> assertThat(step.what()).hasSizeBetween(5, 120));
        });
        assertThat(stories)
                .flatExtracting(Story::aboutMe)
                .allSatisfy(sentence -> assertThat(sentence.text()).hasSizeBetween(5, 200));
    }

    @Test
    void useTheWordsOfThisProduct() {
        assertThat(stories)
                .flatExtracting(StoriesTest::sentences)
                .allSatisfy(sentence -> assertThat(NOT_OUR_WORDS
                                .matcher(sentence.toLowerCase(Locale.ROOT))
                                .find())
                        .as(sentence)
                        .isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"larkshire", "meadowshire", "brackenshire"})
    void areToldByPeopleWhoFit(String alias) {
        var madeUp = MadeUpPeople.of(alias);
        var people = madeUp.people();

        assertThat(people)
                .extracting(person -> person.path("firstName") + " " + person.path("lastName"))
                .doesNotHaveDuplicates();
        for (int i = madeUp.named(); i < people.size(); i++) {
            var story = madeUp.story(i).orElseThrow();
            var person = people.get(i);
            int born = Integer.parseInt(person.path("dateOfBirth").asString().substring(0, 4));
            assertThat(2026 - born)
                    .as(story.id())
                    .isBetween(story.ages().getFirst(), story.ages().getLast());
        }
        assertThat(MadeUpPeople.of(alias).people()).isEqualTo(people);
    }

    @ParameterizedTest
    @ValueSource(strings = {"larkshire", "meadowshire", "brackenshire"})
    void haveACommunityAssetOfEachKindInEveryCouncil(String alias) {
        var council = Demonstration.read(alias);
        var listed = Demonstration.text(alias + "-assets.csv");

        assertThat(stories)
                .flatExtracting(Story::talks)
                .flatExtracting(Talk::connections)
                .allSatisfy(connection -> assertThat(listed)
                        .contains(council.path("assets").path(connection.kind()).asString("no such kind")));
    }

    @Test
    void areInAnotherOrderInEachCouncil() {
        assertThat(order("larkshire")).isNotEqualTo(order("meadowshire"));
        assertThat(order("meadowshire")).isNotEqualTo(order("brackenshire"));
    }

    private static List<String> order(String alias) {
        var people = MadeUpPeople.of(alias);
        return IntStream.range(people.named(), people.people().size())
                .mapToObj(person -> people.story(person).orElseThrow().id())
                .toList();
    }

    private static List<String> sentences(Story story) {
        var texts = new ArrayList<String>();
        story.aboutMe().forEach(sentence -> texts.add(sentence.text()));
        for (var talk : story.talks()) {
            texts.addAll(talk.boxes().values());
            texts.add(talk.reason());
            talk.steps().forEach(step -> texts.add(step.what()));
            Stream.of(talk.addendum(), talk.differently())
                    .filter(Objects::nonNull)
                    .forEach(texts::add);
        }
        return texts.stream()
                .flatMap(text -> Arrays.stream(text.split("(?<=[.?!])\\s+")))
                .toList();
    }
}
