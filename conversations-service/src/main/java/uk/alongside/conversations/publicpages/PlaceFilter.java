package uk.alongside.conversations.publicpages;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.alongside.foundation.text.EnumWords;

/** The filters that the visitor chose, which the form of the list shows again. */
record PlaceFilter(PlaceSearch near, Optional<DayOfWeek> day, boolean dropIn, boolean stepFree) {

    /** A day of the week that the visitor can choose. */
    record Choice(String value, String words, boolean chosen) {}

    /** Reads the filters from the words of the address. An unknown word filters nothing. */
    static PlaceFilter of(String near, String day, String dropIn, String stepFree) {
        return new PlaceFilter(PlaceSearch.of(near), weekday(day), dropIn.equals("yes"), stepFree.equals("yes"));
    }

    private static Optional<DayOfWeek> weekday(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equalsIgnoreCase(word))
                .findFirst();
    }

    boolean lets(OpenHub hub) {
        return !stepFree || hub.isStepFree();
    }

    boolean lets(OpenHub hub, OpenSession session) {
        return day.map(session.day()::equals).orElse(true) && (!dropIn || hub.dropIn() || session.dropIn());
    }

    public boolean isOn() {
        return isAboutTimes() || stepFree;
    }

    boolean isAboutTimes() {
        return day.isPresent() || dropIn;
    }

    List<Choice> days(OpenTexts texts) {
        return Arrays.stream(DayOfWeek.values())
                .map(each -> new Choice(EnumWords.of(each), texts.weekday(each), day.equals(Optional.of(each))))
                .toList();
    }
}
