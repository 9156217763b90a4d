package uk.alongside.tenant.authorityfact;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.wall.AcrossCouncils;
import uk.alongside.tenant.authorityfact.AuthorityFacts.Loaded;
import uk.alongside.tenant.authorityfact.FactReport.Change;
import uk.alongside.tenant.authorityfact.FactReport.Line;
import uk.alongside.tenant.localauthority.LocalAuthorities;
import uk.alongside.tenant.localauthority.LocalAuthority;

/** Imports a file of public facts, all of it or nothing. A fact that is there stays as it is. */
@Service
class FactImportService {

    private static final Logger LOG = LoggerFactory.getLogger(FactImportService.class);

    /** With more, no family would be cut by the last of them: 153 councils are cut three times. */
    private static final int MOST_MEASURES = 3;

    private static final Set<String> SIZES = Set.of(AuthorityFact.POPULATION, AuthorityFact.AREA);

    private final AuthorityFacts facts;
    private final LocalAuthorities authorities;
    private final Clock clock;
    private final TransactionOperations transactions;

    FactImportService(
            AuthorityFacts facts, LocalAuthorities authorities, Clock clock, TransactionOperations transactions) {
        this.facts = facts;
        this.authorities = authorities;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** The effect of a file: the report on it, and the facts to add. */
    private record Plan(FactReport report, List<AuthorityFact> added) {}

    @AcrossCouncils
    @Transactional(readOnly = true)
    public List<Loaded> loaded() {
        return facts.loaded();
    }

    @AcrossCouncils
    public FactReport preview(byte[] bytes) {
        var codes = codes();
        return requireNonNull(transactions.execute(_ -> plan(bytes, codes).report()));
    }

    /**
     * Imports the file. The same file twice changes nothing.
     *
     * @param operator the subject of the operator, which the rows keep
     */
    @AcrossCouncils
    public FactReport create(byte[] bytes, String operator) {
        var codes = codes();
        var plan = requireNonNull(transactions.execute(_ -> add(bytes, codes, operator)));
        LOG.info(
                "{} public facts about local authorities were loaded by operator {}",
                plan.added().size(),
                operator);
        return plan.report();
    }

    private Plan add(byte[] bytes, Set<String> codes, String operator) {
        facts.lock();
        var plan = plan(bytes, codes);
        plan.report().refuseErrors();
        facts.add(plan.added(), clock.instant(), operator);
        return plan;
    }

    private Plan plan(byte[] bytes, Set<String> codes) {
        var file = FactFile.read(bytes, LocalDate.now(clock), codes);
        var before = new HashMap<AuthorityFact.Key, AuthorityFact>();
        var names = new HashMap<String, String>();
        for (var fact : facts.all()) {
            before.put(fact.key(), fact);
            names.put(fact.key().measure(), fact.measure());
        }
        var lines = new ArrayList<Line>();
        var added = new ArrayList<AuthorityFact>();
        for (var typed : file.facts()) {
            var fact = named(typed, names);
            var known = before.get(fact.key());
            if (known == null) {
                added.add(fact);
            } else if (!known.saysTheSameAs(fact)) {
                file.reject(
                        fact,
                        "Another value or source for this day is loaded and may be in use. Load the new one with a later day.");
            }
            lines.add(Line.of(known == null ? Change.ADDED : Change.UNCHANGED, fact));
        }
        rejectMoreMeasures(file, names.keySet(), added);
        return new Plan(FactReport.of(file, lines), added);
    }

    /** Writes the name of a measure as it was written first. */
    private static AuthorityFact named(AuthorityFact fact, Map<String, String> names) {
        var name = names.computeIfAbsent(fact.key().measure(), _ -> fact.measure());
        return new AuthorityFact(name, fact.code(), fact.asOf(), fact.value(), fact.source());
    }

    private static void rejectMoreMeasures(FactFile file, Set<String> names, List<AuthorityFact> added) {
        var own = new HashSet<>(names);
        own.removeAll(SIZES);
        if (own.size() > MOST_MEASURES) {
            added.stream()
                    .filter(fact -> !SIZES.contains(fact.measure().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .ifPresent(fact -> file.reject(
                            fact, "Beside population and area, at most " + MOST_MEASURES + " measures can be loaded."));
        }
    }

    /** Reads the codes of the register in a transaction of its own, so before that of the import. */
    private Set<String> codes() {
        return authorities.all().stream().map(LocalAuthority::code).collect(Collectors.toSet());
    }
}
