package uk.alongside.conversations.series;

import static uk.alongside.foundation.problem.Problem.invalid;

import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import uk.alongside.foundation.problem.Problem;
import uk.alongside.foundation.text.DateWords;

/** Answers refusals of series. */
@RestControllerAdvice
class SeriesProblems {

    @ExceptionHandler
    ProblemDetail refused(SeriesRefused e) {
        return switch (e.reason()) {
            case SeriesRefusal.NoSuchHub _, SeriesRefusal.NoSuchSeries _ -> Problem.notFound();
            case SeriesRefusal.NoDays _ -> invalid("days", "NoDays", "Select the days it repeats on.");
            case SeriesRefusal.NoDates _ -> invalid("dates", "NoDates", "Enter the date.");
            case SeriesRefusal.BeginsInThePast _ -> invalid("from", "BeginsInThePast", "It must begin today or later.");
            case SeriesRefusal.BeginsTooFarAhead(var last) ->
                invalid("from", "BeginsTooFarAhead", "It must begin within 12 months, by " + DateWords.day(last) + ".");
            case SeriesRefusal.EndsBeforeItBegins(var begins) ->
                invalid("until", "EndsBeforeItBegins", "End date must be after " + DateWords.day(begins) + ".");
            case SeriesRefusal.EndsTooFarAhead(var last) ->
                invalid(
                        "until",
                        "EndsTooFarAhead",
                        "End date must be within 12 months, by " + DateWords.day(last) + ".");
            case SeriesRefusal.EndsInThePast _ ->
                invalid("last", "EndsInThePast", "The last day must be today or later.");
            case SeriesRefusal.EndsAlready(var last) ->
                invalid(
                        "last",
                        "EndsAlready",
                        "The series ends on " + DateWords.day(last) + " already. Choose an earlier day.");
            case SeriesRefusal.NothingLeft _ ->
                invalid("dates", "NothingLeft", "Every date is skipped. Keep one, or choose other dates.");
        };
    }
}
