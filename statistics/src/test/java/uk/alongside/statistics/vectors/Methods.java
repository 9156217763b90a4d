package uk.alongside.statistics.vectors;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The adapter of each method, by the name that files of vectors use. */
final class Methods {

    static final SortedMap<String, Adapter> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("wilson", Intervals::wilson),
            Map.entry("byar", Intervals::byar),
            Map.entry("poisson_exact", Intervals::poissonExact),
            Map.entry("quantiles_type7", Summaries::quantiles),
            Map.entry("rounding_rules", Summaries::rounding),
            Map.entry("funnel_exact_spiegelhalter", Funnels::exact),
            Map.entry("overdispersion", Funnels::overdispersion),
            Map.entry("spc_xmr", Charts::chart),
            Map.entry("spc_rules", Charts::rule),
            Map.entry("discrete_gaussian", Privacy::discreteGaussian),
            Map.entry("zcdp_accounting", Privacy::accounting),
            Map.entry("differencing_audit", Privacy::differencing),
            Map.entry("benchmark_release", Benchmarks::release),
            Map.entry("noisy_median", Benchmarks::median),
            Map.entry("flags", Benchmarks::flags),
            Map.entry("own_position", Benchmarks::ownPosition)));

    private Methods() {}
}
