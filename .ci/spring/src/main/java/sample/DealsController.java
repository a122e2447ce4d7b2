package sample;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsClient;
import dev.dealsdk.NewDeal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The deals of an account over HTTP, in the SDK's own types. */
@RestController
@RequestMapping("/deals")
record DealsController(DealsClient deals) {

    @GetMapping("/{id}")
    Deal get(@PathVariable String id) {
        return deals.get(id);
    }

    @GetMapping
    List<Deal> list() {
        return deals.list(DealQuery.all()).stream().toList();
    }

    @PostMapping
    Deal create(@RequestBody NewDeal deal) {
        return deals.create(deal);
    }
}
