package uk.alongside.statistics.vectors;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import uk.alongside.statistics.privacy.DifferencingAudit;
import uk.alongside.statistics.privacy.DiscreteGaussianMass;
import uk.alongside.statistics.privacy.PrivacyLoss;
import uk.alongside.statistics.privacy.YearLedger;

/** Adapters of the noise, its accounting and the differencing audit. */
final class Privacy {

    private Privacy() {}

    /** The probabilities against which DiscreteGaussianTest holds the sampler, which has no formula to compare. */
    static Object discreteGaussian(JsonNode input, JsonNode expected) {
        var mass = DiscreteGaussianMass.ofVariance(input.path("sigma_squared").doubleValue());
        var answer = Answers.fields();
        var probabilities = Answers.fields();
        for (var k : expected.path("pmf").propertyNames()) {
            probabilities.put(k, mass.at(Long.parseLong(k)));
        }
        var tails = Answers.fields();
        for (var k : expected.path("P_abs_gt").propertyNames()) {
            tails.put(k, mass.beyond(Long.parseLong(k)));
        }
        answer.put("pmf", probabilities);
        answer.put("variance", mass.variance());
        answer.put("P_abs_gt", tails);
        return answer;
    }

    static Object accounting(JsonNode input, JsonNode expected) {
        if (input.has("ledger")) {
            return ledger(input);
        }
        var answer = Answers.fields();
        if (input.has("rhos")) {
            answer.put("rho_total", PrivacyLoss.sum(Answers.doubles(input.path("rhos"))));
            return answer;
        }
        if (input.has("l2_sensitivity")) {
            answer.put(
                    "sigma",
                    PrivacyLoss.sigma(
                            input.path("l2_sensitivity").doubleValue(),
                            input.path("rho").doubleValue()));
            return answer;
        }
        var rho = input.path("rho").doubleValue(0);
        if (input.has("l2_sensitivity_squared")) {
            rho = PrivacyLoss.rho(
                    input.path("l2_sensitivity_squared").doubleValue(),
                    input.path("sigma").doubleValue());
            answer.put("rho", rho);
        }
        if (input.has("delta")) {
            answer.put("epsilon", PrivacyLoss.epsilon(rho, input.path("delta").doubleValue()));
        }
        if (input.has("epsilon")) {
            answer.put("delta", PrivacyLoss.delta(rho, input.path("epsilon").doubleValue()));
        }
        if (expected.has("max_correct_guess")) {
            answer.put("max_correct_guess", PrivacyLoss.largestCorrectGuess(rho));
        }
        return answer;
    }

    private static Object ledger(JsonNode input) {
        var steps = new ArrayList<Object>();
        var ledger = YearLedger.empty(input.path("cap").doubleValue());
        for (var entry : input.path("ledger")) {
            var sheet = sheet(entry.path("sheet").stringValue());
            var next = entry.path("correction").booleanValue() ? ledger.correct(sheet) : ledger.seal(sheet);
            ledger = next.orElse(ledger);
            var step = Answers.fields();
            step.put("sealed", next.isPresent());
            step.put("rho_spent", ledger.rhoSpent());
            steps.add(step);
        }
        return steps;
    }

    private static YearLedger.Sheet sheet(String name) {
        return switch (name) {
            case "quarter" -> YearLedger.Sheet.QUARTER;
            case "year" -> YearLedger.Sheet.YEAR;
            case "margins" -> YearLedger.Sheet.BREAKDOWNS;
            default -> throw new IllegalArgumentException("No sheet is called " + name);
        };
    }

    static Object differencing(JsonNode input, JsonNode expected) {
        var sheets = input.path("atoms")
                .valueStream()
                .map(atom -> new DifferencingAudit.Sheet(
                        atom.get(0).asString(),
                        atom.get(1).asString(),
                        atom.get(2).asString(),
                        atom.get(3).intValue()))
                .toList();
        var sums = new ArrayList<Set<DifferencingAudit.Sheet>>();
        for (var sum : input.path("released_sums_over")) {
            var members = new HashSet<DifferencingAudit.Sheet>();
            Answers.longs(sum).forEach(place -> members.add(sheets.get((int) place)));
            sums.add(members);
        }
        var audit = DifferencingAudit.of(sums, input.path("coalition").intValue());
        var answer = Answers.fields();
        answer.put("some_single_council_determined", !audit.passes());
        answer.put("councils_determined", numbers(audit.determined()));
        answer.put("corrections_readable", numbers(audit.correctionsReadable()));
        return answer;
    }

    private static Object numbers(Set<String> councils) {
        return councils.stream().map(Integer::valueOf).sorted().collect(Collectors.toList());
    }
}
