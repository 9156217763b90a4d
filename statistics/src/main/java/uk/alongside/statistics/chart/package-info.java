/** Run charts and XmR charts of a council's own figures over time. */
@NullMarked
package uk.alongside.statistics.chart;

import org.jspecify.annotations.NullMarked;
