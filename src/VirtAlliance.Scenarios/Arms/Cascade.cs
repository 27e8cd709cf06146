using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Arms;

/// <summary>What goes with a thing that an arm removes: its events, its place in lists, its shares. What still refers to it afterwards is an error of the arm.</summary>
internal sealed class Cascade(Map root)
{
    public void Forget(string kind, string name)
    {
        switch (kind)
        {
            case "alliances": ForgetAlliance(name); break;
            case "products": ForgetProduct(name); break;
            case "vendors": ForgetVendor(name); break;
        }
    }

    private void ForgetAlliance(string name) => DropEvents(e =>
        Says(e, EventKeys.Founds, name) || Says(e.Map(EventKeys.Joins), JoinsKeys.Alliance, name) || Says(e.Map(EventKeys.Leaves), LeavesKeys.Alliance, name));

    private void ForgetProduct(string name)
    {
        DropEvents(e => Says(e, EventKeys.Enters, name) || Says(e, EventKeys.Withdraws, name)
            || Says(e.Map(EventKeys.Price), PriceEventKeys.Product, name) || Says(e.Map(EventKeys.Shock), ShockKeys.Product, name));
        foreach (var vendor in Maps(ScenarioKeys.Vendors)) vendor.Map(VendorKeys.Complements)?.Remove(name);
        foreach (var segment in Maps(ScenarioKeys.Segments).Append(root.Map(ScenarioKeys.SegmentDefaults)).OfType<Map>())
        {
            segment.Map(SegmentKeys.Reach)?.Remove(name);
            segment.Map(SegmentKeys.Liking)?.Remove(name);
            if (segment.Map(SegmentKeys.Shares) is { } shares) PassToNone(shares, name);
        }
    }

    private void ForgetVendor(string name)
    {
        DropEvents(e => Says(e, EventKeys.VendorExits, name) || Says(e.Map(EventKeys.Merger), MergerKeys.Vendor, name) || Says(e.Map(EventKeys.Merger), MergerKeys.Into, name)
            || Says(e.Map(EventKeys.Joins), JoinsKeys.Vendor, name) || Says(e.Map(EventKeys.Leaves), LeavesKeys.Vendor, name));
        foreach (var product in root.Named(ScenarioKeys.Products).Where(p => Says(p.Value as Map, ProductKeys.Vendor, name)).ToArray())
        {
            root.Map(ScenarioKeys.Products)!.Remove(product.Name);
            ForgetProduct(product.Name);
        }
        foreach (var alliance in Maps(ScenarioKeys.Alliances)) ForgetMember(alliance[AllianceKeys.Members.Name], name);
        foreach (var segment in Maps(ScenarioKeys.Segments).Append(root.Map(ScenarioKeys.SegmentDefaults))) segment.Map(SegmentKeys.Franchises)?.Remove(name);
    }

    private static void ForgetMember(Node? members, string name)
    {
        if (members is Sequence list) list.Items.RemoveAll(m => m is Scalar s && s.Text == name);
        if (members is Map byTier)
            foreach (var tier in byTier.Entries) ForgetMember(tier.Value, name);
    }

    /// <summary>In the arm, those who ran the product start with none.</summary>
    private static void PassToNone(Map shares, string name)
    {
        if (EntryReading.Number(shares[name]) is { } share)
        {
            var none = (decimal)(EntryReading.Number(shares["none"]) ?? 0) + (decimal)share;
            shares.Put(new MapEntry("none", shares.Find(name)!.NamePlace, new Scalar(shares[name]!.Place, NumberText.Of((double)none), plain: true)));
        }
        shares.Remove(name);
    }

    private void DropEvents(Predicate<Map> about) => (root[ScenarioKeys.Events.Name] as Sequence)?.Items.RemoveAll(e => e is Map map && about(map));

    private static bool Says(Map? map, Key key, string name) => map.TextOrNull(key) == name;

    private IEnumerable<Map> Maps(Key key) => root.Named(key).Select(e => e.Value).OfType<Map>();
}
