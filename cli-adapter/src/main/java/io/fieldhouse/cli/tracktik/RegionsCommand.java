package io.fieldhouse.cli.tracktik;

import io.fieldhouse.cli.config.Settings;
import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.output.Count;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.output.TextTable;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.tracktik.TrackTik;
import io.fieldhouse.tracktik.entities.Region;
import io.fieldhouse.tracktik.entities.RegionTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "regions",
        description = "List the sub-regions that are loaded, as TrackTik has them.",
        footer = {"", "Example:", "  fieldhouse tracktik regions --set tracktik.region=KAISER"})
final class RegionsCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RegionsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Output output = workplace.output(spec);
        String name = workplace.configuration().get(Settings.TRACKTIK_REGION);
        try (TrackTik tracktik = TrackTik.connect(TrackTikAccess.config(workplace))) {
            RegionTree tree = tracktik.regionTree();
            List<Region> regions = tree.partsOf(tree.find(name));
            TextTable table = new TextTable("region", "custom id", "id", "time zone");
            regions.forEach(region -> table.row(
                    region.name(), region.customId(), String.valueOf(region.id()), String.valueOf(region.timeZone())));
            return output.result(
                    "tracktik regions",
                    ExitCode.OK,
                    parts(tree, name) + System.lineSeparator() + table,
                    Map.of(
                            "parent",
                            name,
                            "regions",
                            regions.stream().map(RegionsCommand::data).toList()));
        } catch (NoSuchElementException e) {
            throw Workplace.refused("tracktik.region: " + e.getMessage());
        }
    }

    /** What is loaded where a region is configured. */
    static String parts(RegionTree tree, String name) {
        int below = tree.descendantsOf(tree.find(name)).size();
        return below == 0
                ? name + " has no sub-regions; it is loaded itself."
                : name + " has " + Count.of(below, "sub-region") + ".";
    }

    private static Map<String, @Nullable Object> data(Region region) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", region.id());
        data.put("customId", region.customId());
        data.put("name", region.name());
        data.put("timeZone", region.timeZone());
        return data;
    }
}
