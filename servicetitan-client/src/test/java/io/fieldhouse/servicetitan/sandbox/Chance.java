package io.fieldhouse.servicetitan.sandbox;

/** Draws numbers that depend on nothing but their arguments, so that any row can be made at any time. */
final class Chance {
    private Chance() {}

    static long draw(long seed, long what, long index) {
        long mixed = seed + 0x9E3779B97F4A7C15L * (index + 1) + 0xD1B54A32D192ED03L * (what + 1);
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** A number from 0 up to the bound, from some bits of a draw; another {@code salt} gives an independent one. */
    static int upTo(int bound, long drawn, int salt) {
        return (int) Math.floorMod(Long.rotateRight(drawn, 7 * salt) & Long.MAX_VALUE, (long) bound);
    }
}
