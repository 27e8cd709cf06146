[assembly: CollectionBehavior(DisableTestParallelization = true)]   // every test has the machine's cores to itself
