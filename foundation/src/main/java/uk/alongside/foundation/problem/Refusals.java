package uk.alongside.foundation.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.lang.reflect.RecordComponent;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import uk.alongside.foundation.text.DateWords;

/** Creates problem details from refusals, and reads the possible answers from a refusal's type. */
public final class Refusals {

    private static final Pattern COMPONENT = Pattern.compile("\\{(\\w+)}");

    /** The members that RFC 9457 defines, and those that every problem of this product may have. */
    private static final Set<String> RESERVED =
            Set.of("type", "title", "status", "detail", "instance", "errors", "traceId");

    private Refusals() {}

    /** Returns the problem that answers this refusal. */
    public static ProblemDetail problem(Refusal refusal) {
        var type = refusal.getClass();
        var invalid = type.getAnnotation(InvalidField.class);
        if (invalid != null) {
            var field = invalid.field().isEmpty() ? String.valueOf(value(refusal, "field")) : invalid.field();
            return Problem.invalid(field, code(type, invalid), refusal.detail());
        }
        var answer = answer(type);
        var problem = Problem.of(answer.status(), answer.type(), refusal.detail());
        for (var extension : extensions(type)) {
            problem.setProperty(extension.getName(), value(refusal, extension));
        }
        return problem;
    }

    /** Returns the problem that answers these refusals: if there are several, one with the errors of all of them. */
    public static ProblemDetail problem(List<Refusal> refusals) {
        if (refusals.size() == 1) {
            return problem(refusals.getFirst());
        }
        return Problem.invalid(refusals.stream().map(Refusals::error).toList());
    }

    private static Problem.Invalid error(Refusal refusal) {
        var invalid = refusal.getClass().getAnnotation(InvalidField.class);
        if (invalid == null) {
            throw new IllegalStateException(refusal.getClass().getName() + " is not about one field.");
        }
        var field = invalid.field().isEmpty() ? String.valueOf(value(refusal, "field")) : invalid.field();
        return new Problem.Invalid("#/" + field, code(refusal.getClass(), invalid));
    }

    /** Returns the status of a refusal's answer. */
    public static HttpStatus status(Class<? extends Refusal> type) {
        return type.isAnnotationPresent(InvalidField.class)
                ? HttpStatus.BAD_REQUEST
                : answer(type).status();
    }

    /** Returns the last segment of the problem's type. */
    public static String type(Class<? extends Refusal> type) {
        return type.isAnnotationPresent(InvalidField.class)
                ? "invalid"
                : answer(type).type();
    }

    /** Returns the code of the error, or null if the refusal is not about one field. */
    public static @Nullable String code(Class<? extends Refusal> type) {
        var invalid = type.getAnnotation(InvalidField.class);
        return invalid == null ? null : code(type, invalid);
    }

    /** Returns the detail with its placeholders in braces. */
    public static String template(Class<? extends Refusal> type) {
        var invalid = type.getAnnotation(InvalidField.class);
        return invalid == null ? answer(type).detail() : invalid.detail();
    }

    /** Returns the record components that become extension members. */
    public static List<RecordComponent> extensions(Class<? extends Refusal> type) {
        if (type.isAnnotationPresent(InvalidField.class) || type.getRecordComponents() == null) {
            return List.of();
        }
        var extensions = Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
                .toList();
        extensions.stream()
                .map(RecordComponent::getName)
                .filter(RESERVED::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalStateException(
                            type.getName() + " has an extension with the reserved name " + name);
                });
        return extensions;
    }

    static String detail(Refusal refusal) {
        return COMPONENT
                .matcher(template(refusal.getClass()))
                .replaceAll(match -> Matcher.quoteReplacement(words(value(refusal, match.group(1)))));
    }

    private static String words(@Nullable Object value) {
        return switch (value) {
            case LocalDate day -> DateWords.day(day);
            case LocalTime time -> DateWords.time(time);
            case DayOfWeek day -> DateWords.weekday(day);
            case null, default -> String.valueOf(value);
        };
    }

    private static String code(Class<?> type, InvalidField invalid) {
        return invalid.code().isEmpty() ? type.getSimpleName() : invalid.code();
    }

    private static ProblemType answer(Class<?> type) {
        var answer = type.getAnnotation(ProblemType.class);
        if (answer == null) {
            throw new IllegalStateException(type.getName() + " does not say how it is answered.");
        }
        return answer;
    }

    private static @Nullable Object value(Refusal refusal, String component) {
        return Arrays.stream(refusal.getClass().getRecordComponents())
                .filter(candidate -> candidate.getName().equals(component))
                .findFirst()
                .map(found -> value(refusal, found))
                .orElseThrow(() ->
                        new IllegalStateException(refusal.getClass().getName() + " has no component " + component));
    }

    private static @Nullable Object value(Refusal refusal, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(refusal);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
