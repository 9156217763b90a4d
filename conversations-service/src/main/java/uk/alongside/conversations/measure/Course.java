package uk.alongside.conversations.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.measure.Instrument.Form;
import uk.alongside.conversations.measure.Measure.Content;
import uk.alongside.conversations.measure.MeasureRefusal.AfterFollowUp;
import uk.alongside.conversations.measure.MeasureRefusal.AnswerOutOfRange;
import uk.alongside.conversations.measure.MeasureRefusal.BeforeBaseline;
import uk.alongside.conversations.measure.MeasureRefusal.DayInFuture;
import uk.alongside.conversations.measure.MeasureRefusal.DayTaken;
import uk.alongside.conversations.measure.MeasureRefusal.GoalsAlreadySet;
import uk.alongside.conversations.measure.MeasureRefusal.GoalsInUse;
import uk.alongside.conversations.measure.MeasureRefusal.GoalsNeeded;
import uk.alongside.conversations.measure.MeasureRefusal.GoalsNotWithdrawable;
import uk.alongside.conversations.measure.MeasureRefusal.NothingAsked;
import uk.alongside.conversations.measure.MeasureRefusal.QuestionUnknown;
import uk.alongside.foundation.problem.Refused;

/** The measures of one person over time, and the rules for adding to them. */
record Course(Instruments instruments, List<Measure> measures) {

    private static final int MOST_GOALS = 10;

    Course {
        measures = measures.stream()
                .sorted(Comparator.comparing(Measure::day)
                        .thenComparing(measure -> measure.id().value()))
                .toList();
    }

    /** Returns the person's first measure of this instrument. */
    Optional<Measure> baseline(String instrument) {
        return measures.stream()
                .filter(measure -> measure.instrument().equals(instrument))
                .findFirst();
    }

    boolean isBaseline(Measure measure) {
        return baseline(measure.instrument())
                .filter(first -> first.id().equals(measure.id()))
                .isPresent();
    }

    /** Returns the goals that the person set with the first measure of this instrument. */
    List<Goal> goals(String instrument) {
        return baseline(instrument).map(first -> first.content().goals()).orElse(List.of());
    }

    Instrument instrument(Measure measure) {
        return instruments.find(measure.instrument()).orElseThrow();
    }

    /**
     * Returns the content with an answer to each question of the instrument: a question without one was not asked. Refuses
     * content that breaks a rule, with every wrong answer.
     *
     * @param corrected the measure that this content replaces; null if it is a new measure
     */
    Content checked(Instrument instrument, Content content, @Nullable Measure corrected, LocalDate today) {
        refuseWrongDay(instrument, content.day(), corrected, today);
        boolean first = corrected == null ? baseline(instrument.code()).isEmpty() : isBaseline(corrected);
        refuseWrongGoals(instrument, content, first, corrected);
        var goals = first ? content.goals() : goals(instrument.code());
        var asked = instrument.form() == Form.GOALS
                ? IntStream.range(0, goals.size())
                        .mapToObj(GoalAttainment::item)
                        .toList()
                : instrument.items().stream().map(Instrument.Item::id).toList();
        refuseWrongAnswers(instrument, content.answers(), Set.copyOf(asked));
        var answers = asked.stream()
                .map(item -> content.answers().stream()
                        .filter(answer -> answer.item().equals(item))
                        .findFirst()
                        .orElse(Answer.notAsked(item)))
                .toList();
        if (answers.stream().allMatch(answer -> answer.noAnswer() == Answer.NoAnswer.NOT_ASKED)) {
            throw new NothingAsked().refused();
        }
        return new Content(content.day(), content.how(), content.goals(), answers);
    }

    private void refuseWrongDay(Instrument instrument, LocalDate day, @Nullable Measure corrected, LocalDate today) {
        if (day.isAfter(today)) {
            throw new DayInFuture().refused();
        }
        var others = measures.stream()
                .filter(measure -> measure.instrument().equals(instrument.code()))
                .filter(measure -> corrected == null || !measure.id().equals(corrected.id()))
                .map(Measure::day)
                .toList();
        if (others.isEmpty()) {
            return;
        }
        if (others.contains(day)) {
            throw new DayTaken().refused();
        }
        boolean first = corrected != null && isBaseline(corrected);
        if (first && day.isAfter(others.getFirst())) {
            throw new AfterFollowUp(others.getFirst()).refused();
        }
        if (!first && day.isBefore(others.getFirst())) {
            throw new BeforeBaseline(others.getFirst()).refused();
        }
    }

    private void refuseWrongGoals(Instrument instrument, Content content, boolean first, @Nullable Measure corrected) {
        int goals = content.goals().size();
        if (!first || instrument.form() != Form.GOALS) {
            if (goals > 0) {
                throw new GoalsAlreadySet().refused();
            }
        } else if (goals == 0 || goals > MOST_GOALS) {
            throw new GoalsNeeded().refused();
        } else if (corrected != null && goals != corrected.content().goals().size() && hasFollowUp(instrument)) {
            throw new GoalsInUse().refused();
        }
    }

    /** Refuses to withdraw the first answers to an instrument with goals while later ones are about these goals. */
    void refuseIfGoalsAreInUse(Measure measure) {
        var instrument = instrument(measure);
        if (instrument.form() == Form.GOALS && isBaseline(measure) && hasFollowUp(instrument)) {
            throw new GoalsNotWithdrawable().refused();
        }
    }

    private boolean hasFollowUp(Instrument instrument) {
        return measures.stream()
                        .filter(measure -> measure.instrument().equals(instrument.code()))
                        .count()
                > 1;
    }

    private static void refuseWrongAnswers(Instrument instrument, List<Answer> answers, Set<String> asked) {
        var wrong = new ArrayList<MeasureRefusal>();
        var seen = new HashSet<String>();
        for (int number = 0; number < answers.size(); number++) {
            var answer = answers.get(number);
            if (!asked.contains(answer.item()) || !seen.add(answer.item())) {
                wrong.add(new QuestionUnknown("answers/" + number + "/item"));
                continue;
            }
            var value = answer.value();
            var item = instrument.item(answer.item()).orElse(Goal.ITEM);
            if (value != null && !item.accepts(value)) {
                wrong.add(new AnswerOutOfRange(
                        "answers/" + number + "/value", item.min(), item.max(), item.decimalPlaces()));
            }
        }
        if (!wrong.isEmpty()) {
            throw Refused.together(wrong);
        }
    }

    /** Leaves the measures out, because records are written to logs. */
    @Override
    public String toString() {
        return "Course[]";
    }
}
