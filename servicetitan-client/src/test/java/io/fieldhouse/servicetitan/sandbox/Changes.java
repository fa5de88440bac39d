package io.fieldhouse.servicetitan.sandbox;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that became different since the beginning. Never changed itself. */
final class Changes {
    static final Changes NONE = new Changes(0, Map.of(), Map.of(), Map.of());

    private final int count;
    private final Map<Effect, Map<Long, Integer>> effects;
    private final Map<Entity, Map<Long, Integer>> touched;
    private final Map<Entity, List<Long>> order;

    private Changes(
            int count,
            Map<Effect, Map<Long, Integer>> effects,
            Map<Entity, Map<Long, Integer>> touched,
            Map<Entity, List<Long>> order) {
        this.count = count;
        this.effects = effects;
        this.touched = touched;
        this.order = order;
    }

    int count() {
        return count;
    }

    /** The number of the latest change that did so to that row, from 1 on; 0 if none did. */
    int number(Effect effect, long index) {
        return count == 0 ? 0 : effects.getOrDefault(effect, Map.of()).getOrDefault(index, 0);
    }

    boolean has(Effect effect, long index) {
        return number(effect, index) > 0;
    }

    /** The number of the latest change that a row tells of, from 1 on; 0 if there is none. */
    int touched(Entity entity, long index) {
        return count == 0 ? 0 : touched.getOrDefault(entity, Map.of()).getOrDefault(index, 0);
    }

    /** The rows that were touched or added, by index, in that order. */
    List<Long> order(Entity entity) {
        return order.getOrDefault(entity, List.of());
    }

    /** Those changes and one more. */
    static final class Next {
        private final int number;
        private final Map<Effect, Map<Long, Integer>> effects = new EnumMap<>(Effect.class);
        private final Map<Entity, Map<Long, Integer>> touched = new EnumMap<>(Entity.class);
        private final Map<Entity, List<Long>> order = new EnumMap<>(Entity.class);

        Next(Changes before) {
            number = before.count + 1;
            before.effects.forEach((effect, rows) -> effects.put(effect, new HashMap<>(rows)));
            before.touched.forEach((entity, rows) -> touched.put(entity, new HashMap<>(rows)));
            before.order.forEach((entity, rows) -> order.put(entity, new ArrayList<>(rows)));
        }

        int number() {
            return number;
        }

        /** Does so to that row, and gives its id. */
        long add(Effect effect, long index) {
            effects.computeIfAbsent(effect, key -> new HashMap<>()).put(index, number);
            if (effect != Effect.LEAD_VANISHED) {
                touch(effect.entity(), index);
            }
            return effect.entity().id(index);
        }

        /** Without an effect of its own: something that the row tells of is different. */
        void touch(Entity entity, long index) {
            touched.computeIfAbsent(entity, key -> new HashMap<>()).put(index, number);
            order.computeIfAbsent(entity, key -> new ArrayList<>()).add(index);
        }

        /** Rows that are new, with times of their own. */
        void added(Entity entity, long from, long to) {
            for (long index = from; index < to; index++) {
                order.computeIfAbsent(entity, key -> new ArrayList<>()).add(index);
            }
        }

        Changes made() {
            return new Changes(number, effects, touched, order);
        }
    }
}
