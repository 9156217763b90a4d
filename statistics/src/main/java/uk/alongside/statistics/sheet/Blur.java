package uk.alongside.statistics.sheet;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The noise for one sheet. All of it is drawn before anything is counted, so that no time depends on a cell and its noise
 * together. It is kept nowhere.
 */
public final class Blur {

    private final long[] noise;

    private Blur(long[] noise) {
        this.noise = noise;
    }

    /** Draws the noise for every cell of a sheet. */
    public static Blur draw(SheetLayout layout) {
        var source = layout.noise();
        return new Blur(LongStream.generate(source::draw).limit(layout.cells()).toArray());
    }

    /** Returns the cells with their noise. */
    public List<Integer> over(List<Integer> exact) {
        return IntStream.range(0, noise.length)
                .map(cell -> Math.toIntExact(Math.addExact(noise[cell], exact.get(cell))))
                .boxed()
                .toList();
    }
}
