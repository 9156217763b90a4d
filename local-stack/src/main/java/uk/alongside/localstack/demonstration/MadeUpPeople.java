package uk.alongside.localstack.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The made-up people of a council, most of them with a story. The first ones are named in the council's file. The others
 * are made from the stories, in an order that differs from council to council. Ofcom keeps the ranges of their telephone
 * numbers for drama.
 */
final class MadeUpPeople {

    private static final JsonMapper JSON = new JsonMapper();

    /** How many people of a council are made from each story. */
    private static final int ROUNDS = 2;

    /** The year in which people have the ages of their stories. It is fixed, so that dates of birth stay the same. */
    private static final int YEAR = 2026;

    /** The age from which a person has a first name that is common among older people. */
    private static final int OLDER = 45;

    private static final List<String> STREETS = List.of(
            "Mill Lane", "Station Road", "Chapel Street", "Orchard Way", "Canal Side", "Weaver Close", "The Green");

    private final Chance chance;
    private final JsonNode council;
    private final List<Story> stories = stories();
    private final List<Story> order;

    private MadeUpPeople(String alias) {
        this.chance = new Chance(alias);
        this.council = Demonstration.read(alias);
        this.order = IntStream.range(0, ROUNDS)
                .boxed()
                .flatMap(round -> stories.stream()
                        .sorted(Comparator.comparingInt(
                                story -> chance.below(Integer.MAX_VALUE, "order", round, story.id()))))
                .toList();
    }

    static MadeUpPeople of(String alias) {
        return new MadeUpPeople(alias);
    }

    /** Reads all stories. */
    static List<Story> stories() {
        return JSON.readValue(Demonstration.text("stories.json"), new TypeReference<List<Story>>() {});
    }

    int named() {
        return council.path("people").size();
    }

    /** Returns whether the council's file has what the person at this place says about themselves. */
    boolean describesThemselves(int person) {
        return council.path("aboutMe")
                .valueStream()
                .anyMatch(about -> about.path("person").asInt() == person);
    }

    /** Returns the story of the person at this place of the list. */
    Optional<Story> story(int person) {
        if (person >= named()) {
            return Optional.of(order.get((person - named()) % order.size()));
        }
        var id = council.path("stories").path(String.valueOf(person)).asString("");
        return stories.stream().filter(story -> story.id().equals(id)).findFirst();
    }

    /** Returns the people as the API takes them: the same ones, in the same order, each time. */
    List<JsonNode> people() {
        var people = new ArrayList<JsonNode>();
        var names = new HashSet<String>();
        for (var person : council.path("people")) {
            names.add(fullName(person));
            people.add(person);
        }
        for (int i = 0; i < order.size(); i++) {
            people.add(person(i, order.get(i), names));
        }
        return people;
    }

    private ObjectNode person(int number, Story story, Set<String> taken) {
        int youngest = story.ages().getFirst();
        int age = youngest + chance.below(story.ages().getLast() - youngest + 1, "age", number);
        var person = JSON.createObjectNode();
        int attempt = 0;
        do {
            name(person, story, age, number + " " + attempt++);
        } while (!taken.add(fullName(person)));
        person.put("phone", "07700 900%03d".formatted(chance.below(1000, "phone", number)))
                .put(
                        "dateOfBirth",
                        LocalDate.of(YEAR - age, 1, 1)
                                .plusDays(chance.below(365, "birthday", number))
                                .toString())
                .put("street", chance.choose(STREETS, "street", number));
        var needs = person.putArray("needs");
        story.needs().forEach(needs::add);
        return person;
    }

    private void name(ObjectNode person, Story story, int age, String words) {
        var names = Demonstration.read("names");
        var pronoun = story.pronoun().equals("any") ? chance.choose(List.of("she", "he"), words) : story.pronoun();
        var first = names.path(pronoun).path(age < OLDER ? "younger" : "older");
        person.put(
                "firstName",
                first.get(chance.below(first.size(), "first", words)).asString());
        var last = names.path("last");
        person.put(
                "lastName", last.get(chance.below(last.size(), "last", words)).asString());
    }

    private static String fullName(JsonNode person) {
        return person.path("firstName").asString() + " "
                + person.path("lastName").asString();
    }
}
