package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.load.Claim;
import io.fieldhouse.etl.load.LoadLedger;
import io.fieldhouse.etl.load.UnitLoader;
import io.fieldhouse.etl.stage.Workbench;
import io.fieldhouse.tracktik.TrackTik;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** Loads units of shifts: each group of them on a workbench of its own. Thread-safe. */
final class TrackTikUnits implements UnitLoader {
    private final TrackTik tracktik;
    private final DataSource warehouse;
    private final LoadLedger ledger;
    private final TrackTikSettings settings;
    private final MissingMembers members;
    private final ServerZones zones;
    private final Clock clock;

    TrackTikUnits(
            TrackTik tracktik,
            DataSource warehouse,
            LoadLedger ledger,
            TrackTikSettings settings,
            MissingMembers members,
            ServerZones zones,
            Clock clock) {
        this.tracktik = tracktik;
        this.warehouse = warehouse;
        this.ledger = ledger;
        this.settings = settings;
        this.members = members;
        this.zones = zones;
        this.clock = clock;
    }

    @Override
    public Fetched fetch(List<Claim> claims) {
        Workbench workbench = Workbench.open(warehouse);
        try {
            return fetch(claims, workbench);
        } catch (RuntimeException e) {
            workbench.close();
            throw e;
        }
    }

    private Fetched fetch(List<Claim> claims, Workbench workbench) {
        Claim first = claims.get(0);
        Window window = first.unit().window();
        OffsetDateTime asOf = clock.instant().atOffset(ZoneOffset.UTC);
        ShiftReading reading =
                new ShiftReading(tracktik, ledger, settings, members, zones, workbench, first.attempt(), asOf);
        if (first.unit().regionId() == null) {
            List<Long> positions = workbench.work("Looking for positions without a site", SitelessShifts::positions);
            return new SitelessShifts(workbench, ledger, reading.shiftsOf(positions, window), zones, asOf);
        }
        List<Long> regions = claims.stream()
                .map(claim -> Objects.requireNonNull(claim.unit().regionId()))
                .toList();
        return reading.read(regions, window);
    }
}
