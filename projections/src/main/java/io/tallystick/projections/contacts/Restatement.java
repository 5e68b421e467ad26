package io.tallystick.projections.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/// What becomes of a contact's rows entry by entry, as their evidence arrives: each entry that made
/// another row of one leaves a version. How entries are put into batches makes no difference.
final class Restatement {

    private Restatement() {}

    /// @param known what was told before
    /// @param arrived what is told now, in the order of arrival
    static List<Version> of(Contact contact, List<Evidence> known, List<Evidence> arrived) {
        List<Evidence> all = new ArrayList<>(known);
        SortedMap<String, Healed> before = SelfHealing.of(all);
        List<Version> versions = new ArrayList<>();
        int next = 0;
        while (next < arrived.size()) {
            long position = arrived.get(next).moment().position();
            while (next < arrived.size() && arrived.get(next).moment().position() == position) {
                all.add(arrived.get(next));
                next++;
            }
            SortedMap<String, Healed> after = SelfHealing.of(all);
            for (String number : numbers(before, after)) {
                Healed healed = after.get(number);
                if (!Objects.equals(before.get(number), healed)) {
                    versions.add(new Version(contact, number, position, healed));
                }
            }
            before = after;
        }
        return versions;
    }

    private static SortedSet<String> numbers(Map<String, Healed> some, Map<String, Healed> others) {
        SortedSet<String> numbers = new TreeSet<>(some.keySet());
        numbers.addAll(others.keySet());
        return numbers;
    }
}
